// Everything works without this script; it only helps. Browser floor: Chromium 86, Safari 14 (ES2019).
document.documentElement.classList.add('js');

// Words come from the body, in the language of the page.
function word(name, value) {
  return (document.body.getAttribute('data-w-' + name) || '').replace('#', value === undefined ? '' : value);
}

function each(selector, work, root) {
  Array.prototype.forEach.call((root || document).querySelectorAll(selector), work);
}

function typing(element) {
  return /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && !/^(checkbox|radio|button)$/.test(element.type);
}

// A form that came back: the reader is told what is wrong first.
each('[data-focus]', function (summary) {
  summary.focus();
});
// Without a summary, the first control that has a message: on a long page it is far below.
if (!document.querySelector('[data-focus]')) {
  const wrong = document.querySelector('main [aria-invalid]');
  if (wrong) wrong.focus();
}

each('[data-print]', function (button) {
  button.addEventListener('click', function () {
    window.print();
  });
});
