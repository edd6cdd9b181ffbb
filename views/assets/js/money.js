// 亿元 beside each 万元 box as it is typed. Whole hundredths, no floating point; the server reads the same texts.
(function () {
  function inYi(text) {
    const plain = text.normalize('NFKC').trim();
    if (!/^(\d{1,15}|\d{1,3}(,\d{3}){1,4})(\.\d{1,2})?$/.test(plain)) return '';
    const parts = plain.replace(/,/g, '').split('.');
    const hundredths = Number(parts[0]) * 100 + Number(((parts[1] || '') + '00').slice(0, 2));
    if (hundredths > 2147483647) return '';
    const places = hundredths >= 1000000 ? 2 : 4;
    const scaled = String(Math.floor(hundredths / Math.pow(10, 6 - places) + 0.5)).padStart(places + 1, '0');
    const whole = scaled.slice(0, -places).replace(/\B(?=(\d{3})+$)/g, ',');
    return (whole + '.' + scaled.slice(-places)).replace(/\.?0+$/, '');
  }

  each('[data-wan]', function (box) {
    const line = box.parentNode.querySelector('.yi');
    if (!line) return;
    box.addEventListener('input', function () {
      const shown = inYi(box.value);
      const gap = document.documentElement.lang === 'en' ? ' ' : '';
      line.hidden = shown === '';
      line.querySelector('.also').textContent = shown + gap + word('yi');
    });
  });
})();
