// Starts the page, or says in a sentence why it does not start.
// In the JavaScript of 2015, so that an old browser, too, gets as far as the sentence.
(function () {
  "use strict";

  var program = document.getElementById("program");
  /** The program itself, where the page is one file: gzip in base64. */
  var enclosed = document.getElementById("wasm");
  /** What the page may do once it has loaded. */
  var LOCK =
    "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; img-src data:; manifest-src data:; base-uri 'none'; form-action 'none'";
  /** What a policy refused, by the name of its directive. */
  var refused = [];

  /** Notes what a policy of the server refuses. What those of the page refuse is meant to be. */
  function note(event) {
    var own = document.querySelector("meta[http-equiv]").content;
    if (event.originalPolicy === own || event.originalPolicy === LOCK) return;
    refused.push(event.effectiveDirective || event.violatedDirective);
    if (document.querySelector("main, #obstacle")) tell();
  }

  function tell() {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", tell);
      return;
    }
    var place = document.getElementById("obstacle");
    if (!place) {
      place = document.createElement("p");
      place.id = "obstacle";
      place.setAttribute("role", "alert");
      document.body.appendChild(place);
    }
    place.textContent = obstacle();
  }

  /** What this browser lacks of what the page is made of. */
  function missing() {
    var needed = ["Promise", "fetch", "WebAssembly", "Worker", "Blob", "TextDecoder", "BigInt", "FinalizationRegistry"];
    if (enclosed) needed.push("DecompressionStream");
    return needed.filter(function (name) {
      return !(name in window);
    });
  }

  /** Whether a policy forbids WebAssembly: the smallest module there is will not compile. */
  function forbidsWasm() {
    try {
      return !new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    } catch (error) {
      return true;
    }
  }

  /** What each directive of a policy needs to say for the page to work. */
  var NEEDS = {
    "connect-src": "connect-src 'self'",
    "script-src": "script-src 'self' 'wasm-unsafe-eval'",
    "script-src-elem": "script-src 'self' 'wasm-unsafe-eval'",
    "style-src": "style-src 'self'",
    "style-src-elem": "style-src 'self'",
    "worker-src": "worker-src 'self' blob:",
  };

  /** Why the page does not work. */
  function obstacle() {
    var lacks = missing();
    if (lacks.length > 0) return "这个浏览器打不开纲目，它没有：" + lacks.join("、") + "。请换用较新的浏览器。";
    var needs = refused.map(function (directive) {
      return NEEDS[directive] || directive;
    });
    if (forbidsWasm() && needs.indexOf(NEEDS["script-src"]) < 0) needs.push(NEEDS["script-src"]);
    if (needs.length > 0) {
      return "服务器发来的 Content-Security-Policy 不允许纲目运行，请管理员在其中写上：" + needs.join("; ");
    }
    return "纲目没有打开：请重新载入本页，或换用较新的浏览器。";
  }

  function checked(response) {
    if (!response.ok) throw new Error(response.url + ": " + response.status);
    return response;
  }

  /** The text of the program's script, for the worker. */
  function script() {
    if (!program.src) return Promise.resolve(program.textContent);
    return fetch(program.src, { integrity: program.integrity }).then(checked).then(function (response) {
      return response.text();
    });
  }

  /** The program's WebAssembly. */
  function wasm() {
    if (!enclosed) return fetch(program.dataset.wasm, { integrity: program.dataset.integrity }).then(checked);
    var packed = Uint8Array.from(atob(enclosed.textContent), function (char) {
      return char.charCodeAt(0);
    });
    var unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return Promise.resolve(new Response(unpacked, { headers: { "Content-Type": "application/wasm" } }));
  }

  function event(target, name) {
    return new Promise(function (resolve) {
      target.addEventListener(name, resolve, { once: true });
    });
  }

  /**
   * Lets the page make a worker of its own program. From a blob, which obeys the policy of the page as a worker from an
   * address would not; with the program in it, so that it asks for nothing.
   */
  function offerWorkers(text) {
    var listen = "onmessage = ({ data }) => wasm_bindgen({ module_or_path: data }).catch(reportError);";
    var address = URL.createObjectURL(new Blob([text, "\n", listen], { type: "text/javascript" }));
    window.gangmu = {
      worker: function () {
        return new Worker(address);
      },
    };
  }

  /**
   * Everything has been asked for: from here on the browser itself refuses every connection, also to the own server, and
   * to the workers as well, which are made later.
   */
  function lock() {
    var policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = LOCK;
    document.head.appendChild(policy);
    document.documentElement.dataset.locked = "";
  }

  document.addEventListener("securitypolicyviolation", note);
  if (missing().length > 0 || forbidsWasm()) {
    tell();
    return;
  }
  keepOffline(program.dataset.service);
  var module = wasm();
  Promise.all([script(), event(document, "DOMContentLoaded")])
    .then(function (all) {
      lock();
      offerWorkers(all[0]);
      return wasm_bindgen({ module_or_path: module });
    })
    .then(function () {
      if (refused.length > 0) tell();
    })
    .catch(function (error) {
      console.error(error);
      tell();
    });
})();
