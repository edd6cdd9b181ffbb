// One press, one submission. The button stays enabled, so that its name and value are sent along.
(function () {
  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (event.defaultPrevented || form.method === 'get') return;
    if (form.sending) {
      event.preventDefault();
      return;
    }
    form.sending = true;
    form.classList.add('is-sending');
    // A download or a slow line must not lock the form for good.
    setTimeout(release, 15000, form);
  });

  function release(form) {
    form.sending = false;
    form.classList.remove('is-sending');
  }

  window.addEventListener('pageshow', function () {
    Array.prototype.forEach.call(document.forms, release);
  });
})();
