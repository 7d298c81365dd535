// Asks how far a long piece of work is and shows it; goes on to the result when it is done.
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

async function follow(box) {
  const bar = box.querySelector('progress');
  const text = box.querySelector('[data-progress-text]');
  for (let wait = 1000; ; wait = Math.min(wait * 1.2, 5000)) {
    await pause(wait);
    try {
      const answer = await fetch(box.dataset.progress, { headers: { Accept: 'application/json' } });
      if (!answer.ok) continue;
      const state = await answer.json();
      bar.value = Math.round(state.share * 100);
      if (text.textContent !== state.text) text.textContent = state.text;
      if (!state.done) continue;
      if (state.next) location.assign(state.next); else location.reload();
      return;
    } catch {
      // The server may be restarting: the work is kept, so keep asking.
    }
  }
}

for (const box of document.querySelectorAll('[data-progress]')) follow(box);
