// Lists by keyboard: j and k move, Enter opens, x picks, / searches, and letters of a page's own acts. And the count of what is picked.
(function () {
  const rows = Array.from(document.querySelectorAll('.table tr[data-id]'));
  let at = rows.findIndex(function (row) {
    return row.hasAttribute('data-current');
  });

  function go(to) {
    if (!rows[to]) return;
    if (rows[at]) rows[at].classList.remove('is-cursor');
    at = to;
    rows[at].classList.add('is-cursor');
    rows[at].scrollIntoView({ block: 'nearest' });
    const link = rows[at].querySelector('a');
    if (link) link.focus({ preventScroll: true });
  }

  function pick() {
    const box = rows[at] && rows[at].querySelector('.pick input');
    if (box) box.click();
  }

  // Letters that a page gives to its acts: [data-key]. What opens shows its first control.
  function press(key) {
    const target = /^[a-z]$/.test(key) && document.querySelector('[data-key="' + key + '"]');
    if (!target) return false;
    target.focus();
    target.click();
    const form =
      target.parentNode.open && target.parentNode.querySelector('input:not([type=hidden]), select, textarea');
    if (form) form.focus();
    return true;
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (document.querySelector('.veil')) return;
    const search = document.querySelector('[data-search]') || document.getElementById('q-top');
    if (event.key === '/' && search) search.focus();
    else if (event.key === 'j') go(at + 1);
    else if (event.key === 'k') go(at - 1);
    else if (event.key === 'x') pick();
    else if (!press(event.key)) return;
    event.preventDefault();
  });

  each('[data-pick-all]', function (all) {
    const table = all.closest('table');
    const bar = document.querySelector('[data-picked]');
    function show() {
      let count = 0;
      each(
        'tbody .pick input',
        function (box) {
          count += box.checked ? 1 : 0;
          box.closest('tr').classList.toggle('is-selected', box.checked);
        },
        table,
      );
      if (!bar) return;
      bar.hidden = count === 0;
      bar.querySelector('[data-picked-count]').textContent = count;
    }
    all.addEventListener('change', function () {
      each(
        'tbody .pick input',
        function (box) {
          box.checked = all.checked;
        },
        table,
      );
      show();
    });
    table.addEventListener('change', show);
    show();
  });
})();
