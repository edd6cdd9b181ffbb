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

each('[data-print]', function (button) {
  button.addEventListener('click', function () {
    window.print();
  });
});
