// Starts the page. Trunk tells in the attributes of this script which files it built.
const { script, wasm } = document.currentScript.dataset;

import(script)
  .then(({ default: start }) => start({ module_or_path: new URL(wasm, document.baseURI) }))
  .then(() => {
    // Everything has been loaded: from here on the browser itself refuses every connection.
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "connect-src 'none'";
    document.head.append(policy);
  })
  .catch((error) => {
    console.error(error);
    document.body.textContent = "纲目没有打开：请换用较新的浏览器，或重新载入本页。";
  });
