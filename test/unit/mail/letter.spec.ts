import { letterMail, renderMail } from '../../../src/mail/letter';
import { shownInFrame } from '../../../src/mail/mailbox-frame';
import { wordsFor } from '../../../src/words/words';

const letter = {
  heading: '顾明，您好：线索已收到',
  paragraphs: ['“食品级二氧化硅载体项目”已提交，编号L-2026-00017。', '秘书处将在3个工作日内答复。'],
  facts: [
    ['编号', 'L-2026-00017'],
    ['提交时间', '3月5日（星期四）10:12'],
  ] as const,
  action: { label: '查看线索', url: 'https://yushen.example.gov.cn/leads/01h?a=1&b=2' },
};

describe('a letter', () => {
  it('reads in Chinese, as text, like this', () => {
    expect(renderMail(wordsFor('zh-CN'), letter).text).toBe(
      [
        '顾明，您好：线索已收到',
        '',
        '“食品级二氧化硅载体项目”已提交，编号L-2026-00017。',
        '',
        '秘书处将在3个工作日内答复。',
        '',
        '编号：L-2026-00017',
        '提交时间：3月5日（星期四）10:12',
        '',
        '查看线索：',
        'https://yushen.example.gov.cn/leads/01h?a=1&b=2',
        '',
        '—',
        '宜江市招商预审专班秘书处',
        '本邮件由系统自动发出，请勿直接回复。有疑问请联系秘书处。',
        '',
      ].join('\n'),
    );
  });

  it('says the same in HTML, with nothing remote in it', () => {
    const { html } = renderMail(wordsFor('zh-CN'), letter);
    const seen = html
      .replace(/<head>[\s\S]*<\/head>/, '')
      .replace(/<[^>]+>/g, '\n')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    expect(seen).toEqual([
      '宜江市招商预审专班秘书处',
      '顾明，您好：线索已收到',
      '“食品级二氧化硅载体项目”已提交，编号L-2026-00017。',
      '秘书处将在3个工作日内答复。',
      '编号',
      'L-2026-00017',
      '提交时间',
      '3月5日（星期四）10:12',
      '查看线索',
      '按钮打不开时，请把下面的地址复制到浏览器：',
      'https://yushen.example.gov.cn/leads/01h?a&#x3D;1&amp;b&#x3D;2',
      '本邮件由系统自动发出，请勿直接回复。有疑问请联系秘书处。',
    ]);
    expect(html).toMatch(/^<!doctype html>\s*<html lang="zh-CN">/);
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(/i);
  });

  it('has an English form, and does without facts and action', () => {
    const { text, html } = renderMail(wordsFor('en'), {
      heading: 'Hello',
      paragraphs: ['One.'],
      footer: 'Bye.',
    });
    expect(text).toBe('Hello\n\nOne.\n\n—\nSecretariat of the pre-review panel, Yijiang\nBye.\n');
    expect(html).not.toContain('<table');
    expect(html).not.toContain('<a ');
  });

  it('takes markup and addresses from people as plain words', () => {
    const heading = '<b onclick="x()">甲</b> {{secret}} https://evil.example/login www.evil.example';
    const { text, html } = renderMail(wordsFor('zh-CN'), { heading, paragraphs: [heading] });
    expect(html).not.toContain('<b ');
    expect(html).toContain('{{secret}}');
    for (const form of [text, html]) {
      expect(form).not.toContain('https://evil');
      expect(form).not.toContain('evil.example');
    }
  });

  it('becomes a mail in one call', () => {
    const mail = letterMail(wordsFor('zh-CN'), {
      kind: 'lead.received',
      to: { name: '顾明', address: 'gu@example.com', personId: 'p' },
      subject: '已收到',
      ...letter,
    });
    expect(mail).toMatchObject({ kind: 'lead.received', subject: '已收到', roundId: null });
    expect(Object.keys(mail).sort()).toEqual([
      'attachments',
      'html',
      'kind',
      'roundId',
      'subject',
      'text',
      'to',
    ]);
  });
});

describe('the frame of the mailbox', () => {
  const { html, headers } = shownInFrame(
    renderMail(wordsFor('zh-CN'), letter).html,
    'https://yushen.example.gov.cn',
  );

  it('shows the mail as it was sent without any inline style, under a policy without unsafe words', () => {
    expect(html).not.toMatch(/ style=/);
    expect(html).toContain('{display:inline-block;padding:10px 22px');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri/,
    );
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  it('leads back into this site, in the whole window', () => {
    expect(html).toContain('<base target="_top">');
    expect(html).toContain('href="/leads/01h?a');
  });
});
