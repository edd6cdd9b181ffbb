// Lists by keyboard: j and k move, Enter opens, x picks, / searches. And the count of what is picked.
(function () {
  const rows = Array.from(document.querySelectorAll('.table tr[data-id]'));
  let at = -1;

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

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (document.querySelector('.veil')) return;
    const search = document.querySelector('[data-search]') || document.getElementById('q-top');
    if (event.key === '/' && search) search.focus();
    else if (event.key === 'j') go(at + 1);
    else if (event.key === 'k') go(at - 1);
    else if (event.key === 'x') pick();
    else return;
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
