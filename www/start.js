// Starts the page, or says in a sentence why it does not start.
// In the JavaScript of 2015, so that an old browser, too, gets as far as the sentence.
(function () {
  "use strict";

  var program = document.getElementById("program");
  /** The program itself, where the page is one file: gzip in base64. */
  var enclosed = document.getElementById("wasm");
  /** The part of the program that writes files and unpacks them, where the page is one file: its script, and its WebAssembly as above. */
  var enclosedPart = { script: document.getElementById("takeaway"), wasm: document.getElementById("takeaway-wasm") };
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
    if (needs.length > 0) {
      if (forbidsWasm() && needs.indexOf(NEEDS["script-src"]) < 0) needs.push(NEEDS["script-src"]);
      return "服务器发来的 Content-Security-Policy 不允许纲目运行，请管理员在其中写上：" + needs.join("; ");
    }
    // Not every browser tells whose policy it was. One that does not know the word takes the page's own for a prohibition.
    if (forbidsWasm()) {
      return (
        "WebAssembly 在这里被禁止：要么这个浏览器太旧，不认识 'wasm-unsafe-eval'，请换用较新的；" +
        "要么服务器发来的 Content-Security-Policy 里没有写上：" +
        NEEDS["script-src"]
      );
    }
    return "纲目没有打开：请重新载入本页，或换用较新的浏览器。";
  }

  function checked(response) {
    if (!response.ok) throw new Error(response.url + ": " + response.status);
    return response;
  }

  /** What is in an element of the page, else at an address. */
  function load(element, address, options) {
    if (!element) return fetch(address, options).then(checked);
    if (element.type !== "application/gzip") return Promise.resolve(new Response(element.textContent));
    var packed = Uint8Array.from(atob(element.textContent), function (char) {
      return char.charCodeAt(0);
    });
    var unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return Promise.resolve(new Response(unpacked, { headers: { "Content-Type": "application/wasm" } }));
  }

  function textOf(response) {
    return response.text();
  }

  function bytesOf(response) {
    return response.arrayBuffer();
  }

  /** The text of the program's script, for the worker. */
  function script() {
    return load(program.src ? null : program, program.src, { integrity: program.integrity }).then(textOf);
  }

  /** The program's WebAssembly. */
  function wasm() {
    return load(enclosed, program.dataset.wasm, { integrity: program.dataset.integrity });
  }

  /**
   * The part of the program that writes files and unpacks them: its script and its WebAssembly. Asked for now, since later nothing
   * can be, but behind all that the page needs to start; where it does not come, only saving and opening what is no text fails.
   */
  function part() {
    var options = { integrity: program.dataset.takeawayIntegrity, priority: "low" };
    var address = program.dataset.takeaway;
    var both = Promise.all([
      load(enclosedPart.script, address + ".js", options).then(textOf),
      load(enclosedPart.wasm, address + "_bg.wasm", options).then(bytesOf),
    ]);
    both.catch(function (error) {
      console.info("files cannot be saved or unpacked: " + error);
    });
    return both;
  }

  function event(target, name) {
    return new Promise(function (resolve) {
      target.addEventListener(name, resolve, { once: true });
    });
  }

  /**
   * The address of a worker that waits for its WebAssembly. A blob, which obeys the policy of the page as a worker from an
   * address would not; with the script in it, so that it asks for nothing.
   */
  function workerOf(text) {
    var listen = "onmessage = ({ data }) => wasm_bindgen({ module_or_path: data }).catch(reportError);";
    return URL.createObjectURL(new Blob([text, "\n", listen], { type: "text/javascript" }));
  }

  /** A worker of that part, once it is ready. */
  function started(script, wasm) {
    var address = workerOf(script);
    var worker = new Worker(address);
    return new Promise(function (resolve, reject) {
      worker.onerror = reject;
      // The first message says that it is ready.
      worker.onmessage = function () {
        resolve(worker);
      };
      worker.postMessage(wasm);
    }).finally(function () {
      URL.revokeObjectURL(address);
    });
  }

  /** Has it answer one request. */
  function answer(worker, request, handed) {
    return new Promise(function (resolve, reject) {
      worker.onerror = reject;
      worker.onmessage = function (event) {
        resolve(event.data);
      };
      worker.postMessage(request, handed);
    }).finally(function () {
      worker.terminate();
    });
  }

  /** Lets the page make a worker of its own program, and have files written and unpacked. */
  function offerWorkers(text, part) {
    var address = workerOf(text);
    function worker() {
      return new Worker(address);
    }
    function begin() {
      return part.then(function (both) {
        return started(both[0], both[1]);
      });
    }
    window.gangmu = {
      worker: worker,
      takeaway: function (request) {
        return begin().then(function (worker) {
          return answer(worker, request, [request.buffer]);
        });
      },
      unpack: function (file) {
        return begin().then(function (worker) {
          return answer(worker, ["unpack", file, document.documentElement.lang], []);
        });
      },
      many: function (program, files, work) {
        if (files === undefined) return showManyAgain(work);
        return begin().then(function (session) {
          return showMany(session, worker, program, files, work);
        });
      },
      keepMany: keepMany,
      leaveMany: leaveMany,
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
  var text = script();
  var files = part();
  Promise.all([text, event(document, "DOMContentLoaded")])
    .then(function (all) {
      lock();
      offerWorkers(all[0], files);
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
