// How much is written, under each long text that has a limit.
each('textarea[data-count]', function (area) {
  const line = document.createElement('p');
  line.className = 'hint count-line';
  area.parentNode.insertBefore(line, area.nextSibling);
  function show() {
    const length = Array.from(area.value).length;
    line.textContent =
      area.getAttribute('data-count').replace('#', length) + ' / ' + area.getAttribute('data-max');
    line.classList.toggle('error', length > Number(area.getAttribute('data-max')));
  }
  area.addEventListener('input', show);
  show();
});
