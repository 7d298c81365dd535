// Answers while a slider moves: asks for the curve of the form as it stands and puts it in place. Without it the button does the same.
for (const form of document.querySelectorAll('form[data-live]')) {
  const target = document.getElementById(form.dataset.liveTarget);
  let waiting = null;
  let request = null;

  const ask = async () => {
    request?.abort();
    request = new AbortController();
    try {
      const query = new URLSearchParams(new FormData(form));
      const answer = await fetch(`${form.dataset.live}?${query}`, { signal: request.signal });
      if (answer.status === 200 && target) target.innerHTML = await answer.text();
    } catch {
      // A newer question has replaced this one, or the server is away; the button still works.
    }
  };

  form.addEventListener('change', event => {
    if (event.target.tagName === 'SELECT') return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
}
