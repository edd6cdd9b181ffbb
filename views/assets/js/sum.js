// The sum of the whole numbers typed into a table, under them as one types: [data-sum] around the boxes, and
// [data-sum-total] where it stands. The server reckons the same when the form is saved.
each('[data-sum]', function (body) {
  const total = body.parentNode.querySelector('[data-sum-total]');
  if (!total) return;
  body.addEventListener('input', function () {
    let sum = 0;
    each(
      'input',
      function (box) {
        const plain = box.value.normalize('NFKC').trim();
        if (/^\d{1,3}$/.test(plain) && Number(plain) <= 100) sum += Number(plain);
      },
      body,
    );
    total.textContent = String(sum);
    total.classList.toggle('late', sum !== 100);
  });
});
