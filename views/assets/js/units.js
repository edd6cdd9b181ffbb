// What is typed into a box with a unit, in that unit: 5.2亿, 52000000元, 3万平方米. [data-reads] names the unit. The server
// reads the same texts exactly (src/domain/lead/units.ts); here it is only shown.
(function () {
  const powers = {
    万亿: 1e12,
    千亿: 1e11,
    百亿: 1e10,
    十亿: 1e9,
    亿: 1e8,
    千万: 1e7,
    百万: 1e6,
    十万: 1e5,
    万: 1e4,
  };
  const metres = '平方米 平米 平方 平 m2 方';
  const hectares = '公顷 ha hm2';
  const squares = '平方公里 平方千米 km2';
  // Of each unit: how many of its base unit it holds, then factors and the words that stand for them.
  const units = {
    wan: [1e4, 1, '元 圆 块 元人民币 人民币'],
    mu: [1, 1, '亩', 15, hectares, 1500, squares, 3 / 2000, metres],
    sqm: [1, 1, metres, 1e4, hectares, 1e6, squares, 2000 / 3, '亩'],
    tce: [1, 1, '吨标准煤 吨标煤 吨 tce t'],
    wanKwh: [1e4, 1, '度 度电 千瓦时 kwh', 1000, '兆瓦时 mwh'],
    wanM3: [1e4, 1, '立方米 立方 方 m3'],
    tph: [1, 1, '吨/小时 吨/时 吨 t/h 蒸吨'],
    tpd: [1, 1, '吨/日 吨/天 吨 t/d 立方米/日 立方米/天 m3/d 方/天'],
    person: [1, 1, '人 名'],
    percent: [1, 1, '% 个百分点'],
    wanVisits: [1e4, 1, '人次 人次/年 人'],
  };
  const written = new RegExp('^([\\d.,]+)(' + Object.keys(powers).join('|') + ')?(\\D(?:.{0,10}))?$');

  function number(text) {
    return /^(\d{1,18}|\d{1,3}(,\d{3}){1,5})(\.\d{0,12})?$/.test(text) ? Number(text.replace(/,/g, '')) : NaN;
  }

  function factor(unit, text) {
    if (!text) return 1;
    const word = text.replace(/\/年$/, '');
    for (let at = 1; at < unit.length; at += 2)
      if (unit[at + 1].split(' ').indexOf(word) >= 0 || unit[at + 1].split(' ').indexOf(text) >= 0)
        return unit[at];
    return NaN;
  }

  // {n: in the unit of the box, or NaN; given: whether a unit was written}
  window.quantity = function (text, name) {
    const unit = units[name] || [1];
    const plain = text
      .normalize('NFKC')
      .replace(/[\s\u200b\ufeff]/g, '')
      .replace(/^(人民币|rmb|cny|¥|￥)/i, '')
      .toLowerCase();
    const bare = number(plain);
    if (plain === '' || !isNaN(bare)) return { n: plain === '' ? NaN : bare, given: false };
    const two = /^([\d.,]+)亿([\d.,]+)万(.{0,6})$/.exec(plain);
    if (two) {
      const sum = number(two[1]) * 1e8 + number(two[2]) * 1e4;
      return { n: (sum * factor(unit, two[3])) / unit[0], given: true };
    }
    const match = written.exec(plain);
    if (!match) return { n: NaN, given: true };
    let [, digits, power, word] = match;
    // 千瓦时 is a unit, not a thousand of something.
    if (word && isNaN(factor(unit, word)) && power) [power, word] = ['', power + word];
    return { n: (number(digits) * (powers[power] || 1) * factor(unit, word)) / unit[0], given: true };
  };

  window.figure = function (n, places) {
    const text = n.toFixed(places);
    const parts = text.split('.');
    const rest = (parts[1] || '').replace(/0+$/, '');
    return parts[0].replace(/\B(?=(\d{3})+$)/g, ',') + (rest ? '.' + rest : '');
  };

  const gap = document.documentElement.lang === 'en' ? ' ' : '';

  function reading(read, name, unit) {
    if (!(read.n >= 0) || (!read.given && name !== 'wan')) return '';
    if (name !== 'wan') return figure(read.n, 4) + gap + unit;
    if (read.n > 21474836.47) return '';
    const yi = figure(read.n / 1e4, read.n >= 1e4 ? 2 : 4) + gap + word('yi');
    return read.given ? word('both', figure(read.n, 2) + gap + unit).replace('~', yi) : yi;
  }

  each('[data-reads]', function (box) {
    const name = box.getAttribute('data-reads');
    const line = box.parentNode.querySelector('.yi');
    const low = Number(box.getAttribute('data-low'));
    const high = Number(box.getAttribute('data-high'));
    let slip = null;

    // A number in the wrong unit: the question, and a press that puts it right.
    function ask(read) {
      const over = high && !read.given && read.n > high;
      const under = low && !read.given && read.n > 0 && read.n < low;
      const meant = over ? (name === 'mu' ? (read.n * 3) / 2000 : read.n / 1e4) : read.n * 1e4;
      if (!over && !under) {
        if (slip) slip.hidden = true;
        return;
      }
      if (!slip) {
        slip = document.createElement('p');
        slip.className = 'warn slip';
        slip.setAttribute('role', 'status');
        slip.innerHTML = '<span></span> <button type="button" class="btn btn-small"></button>';
        box.parentNode.parentNode.appendChild(slip);
        slip.lastChild.onclick = function () {
          box.value = slip.lastChild.value;
          box.dispatchEvent(new Event('input', { bubbles: true }));
          box.focus();
        };
      }
      const shown = figure(meant, 2);
      slip.hidden = false;
      slip.firstChild.textContent = word(over ? (name === 'mu' ? 'as-sqm' : 'as-yuan') : 'as-yi', shown);
      slip.lastChild.textContent = word('change', shown);
      slip.lastChild.value = shown.replace(/,/g, '');
    }

    box.addEventListener('input', function () {
      const read = quantity(box.value, name);
      const shown = reading(read, name, box.getAttribute('data-unit'));
      if (line) {
        line.hidden = shown === '';
        line.querySelector('.also').textContent = shown;
      }
      ask(read);
    });
  });

  // Figures made of others, as one types: intensity, tax per mu and so on.
  each('[data-reckon]', function (row) {
    const form = row.closest('form');
    function valueOf(code) {
      const box = code && form.elements[code];
      return box ? quantity(box.value, box.getAttribute('data-reads')).n : NaN;
    }
    function get(key) {
      return row.getAttribute('data-' + key);
    }
    form.addEventListener('input', function () {
      const per = get('per') ? valueOf(get('per')) : 1;
      const n = per > 0 ? (valueOf(get('reckon')) * Number(get('times'))) / per : NaN;
      const high = get('than') ? valueOf(get('than')) : Number(get('high') || NaN);
      const odd = n > high ? get('w-high') : n < Number(get('low') || NaN) ? get('w-low') : '';
      row.hidden = isNaN(n);
      if (isNaN(n)) return;
      row.querySelector('b').textContent = get('w-value').replace('#', figure(n, Number(get('places'))));
      row.querySelector('.warn').textContent = odd;
    });
  });

  // A credit code as it was pasted: full-width symbols, spaces and small letters fall away.
  each('[data-code]', function (box) {
    box.addEventListener('change', function () {
      const code = box.value
        .normalize('NFKC')
        .replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '')
        .toUpperCase();
      if (code !== box.value) box.value = code;
    });
  });
})();
