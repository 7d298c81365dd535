// Passkeys: fetches a question, lets the device answer it, and posts the answer with the form. The browser does the rest.
async function answer(form) {
  const question = await fetch(form.dataset.question, { method: 'POST', body: new FormData(form) });
  if (!question.ok) throw new Error('No question.');
  const { options, note } = await question.json();
  const publicKey = JSON.parse(options);
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
  form.elements.note.value = note;
  form.elements.credential.value = JSON.stringify(credential);
  form.submit();
}

// Older browsers do not know passkeys in this form; they keep the password.
if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const failed = form.querySelector('[data-passkey-failed]');
    form.hidden = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      failed.hidden = true;
      try {
        await answer(form);
      } catch {
        failed.hidden = false;
      }
    });
  }
}
