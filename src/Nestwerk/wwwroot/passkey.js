// Shows the passkey forms and runs them. Without this script, or in a browser too old for it, they stay hidden and the rest works.
const able = window.PublicKeyCredential?.parseRequestOptionsFromJSON;
for (const note of document.querySelectorAll("[data-passkey-missing]")) note.hidden = able;
for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!able) break;
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        const button = form.querySelector("button");
        const failure = form.querySelector("[role=alert]");
        button.disabled = true;
        failure.hidden = true;
        try {
            form.elements.credential.value = JSON.stringify(await ask(form));
            form.submit();
        } catch {
            button.disabled = false;
            failure.hidden = false;
        }
    });
}

async function ask(form) {
    const answer = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok) throw new Error(answer.statusText);
    const options = await answer.json();
    return form.dataset.passkey === "create"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
