// Asks before a destructive act, in the page. [data-confirm] stands on the form, its button, or a link.
(function () {
  let allowed = null;

  function ask(text, label, act, back) {
    const veil = document.createElement('div');
    veil.className = 'veil';
    veil.innerHTML =
      '<div class="dialog" role="alertdialog" aria-modal="true" aria-labelledby="veil-text"><p id="veil-text"></p>' +
      '<div class="row"><button class="btn btn-danger"></button><button class="btn"></button></div></div>';
    const yes = veil.querySelector('.btn-danger');
    const no = veil.querySelectorAll('button')[1];
    veil.querySelector('p').textContent = text;
    yes.textContent = label;
    no.textContent = word('cancel');
    function close() {
      veil.remove();
      back.focus();
    }
    no.onclick = close;
    yes.onclick = function () {
      close();
      act();
    };
    veil.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') close();
      if (event.key !== 'Tab') return;
      event.preventDefault();
      (document.activeElement === no ? yes : no).focus();
    });
    document.body.appendChild(veil);
    no.focus();
  }

  document.addEventListener(
    'click',
    function (event) {
      const target = event.target.closest('button, a, input[type=submit]');
      if (!target) return;
      if (target.getAttribute('aria-disabled') === 'true') {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      const inForm = target.form && target.type !== 'button' && target.form.getAttribute('data-confirm');
      const text = target.getAttribute('data-confirm') || inForm;
      if (!text || allowed === target) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      ask(
        text,
        target.textContent,
        function () {
          allowed = target;
          target.click();
          allowed = null;
        },
        target,
      );
    },
    true,
  );
})();
