import { nameCity } from '../../src/words/words';

/** Golden texts speak for the demo city; the program itself takes the name from its configuration. */
nameCity({ 'zh-CN': '宜江市', en: 'Yijiang' });
