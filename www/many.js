// The dialog with many reports, as the page builds it. What it shows comes as a tree from the part of the program that writes files,
// and what a person does goes back there; the texts are read by a worker of the page's program. Nothing is ever made of markup.
(function () {
  "use strict";

  /** Makes what stands in an element what the tree says, touching only what differs: the focus stays. */
  function build(place, nodes) {
    nodes.forEach(function (node, at) {
      var old = place.childNodes[at];
      var isText = typeof node === "string";
      var made = null;
      if (!old || old.localName !== (isText ? undefined : node[0])) {
        made = isText ? document.createTextNode("") : document.createElement(node[0]);
        if (old) place.replaceChild(made, old);
        else place.appendChild(made);
        old = made;
      }
      if (isText) {
        if (old.data !== node) old.data = node;
      } else {
        dress(old, node[1]);
        build(old, node[2]);
        // A form that comes has the focus, and all of it is in sight, with what it is about.
        if (made && old.localName === "form") {
          old.querySelector("input").focus();
          old.querySelector("input").select();
          place.scrollIntoView({ block: "nearest" });
        }
      }
    });
    while (place.childNodes.length > nodes.length) {
      var holdsFocus = place.lastChild.contains(document.activeElement);
      place.removeChild(place.lastChild);
      // From a form that goes it goes to the button that brought it.
      if (holdsFocus && place.querySelector("button")) place.querySelector("button").focus();
    }
  }

  function dress(element, attributes) {
    var names = attributes.map(function (attribute) {
      if (element.getAttribute(attribute[0]) !== attribute[1]) element.setAttribute(attribute[0], attribute[1]);
      return attribute[0];
    });
    Array.from(element.attributes).forEach(function (old) {
      if (names.indexOf(old.name) < 0) element.removeAttribute(old.name);
    });
    // What a person ticked no longer follows its attribute.
    if (element.type === "checkbox") element.checked = element.hasAttribute("checked");
  }

  function save(name, kind, bytes) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: kind }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** The dialog whose reports are at hand, whether it lies open or not. */
  var standing = null;

  /** Lets its reports go. */
  function leaveMany() {
    if (standing) standing.leave();
    standing = null;
  }
  window.leaveMany = leaveMany;

  /** Shows it again, where it was; told of the report that was opened from it its text, what was said of that, and where it is kept. */
  window.showManyAgain = function (work) {
    return standing ? standing.show(["again"].concat(work)) : Promise.reject();
  };

  /** Has its reports kept, told the same. */
  window.keepMany = function (work) {
    if (standing) standing.tell(["keep"].concat(work));
  };

  /**
   * Shows the dialog until it is closed, and gives what shall be opened, if anything. `session` is a worker of the part of the program
   * that runs it, waiting to be told what to do; `reader` makes a worker that reads; `files` is nothing for the kept reports, of which
   * `work` tells the one that lies on the page.
   */
  window.showMany = function (session, reader, program, files, work) {
    leaveMany();
    var dialog = document.createElement("dialog");
    dialog.className = "shelf many";
    dialog.setAttribute("aria-labelledby", "many");
    document.body.appendChild(dialog);

    /** A worker that reads, once it is ready. */
    var reading = null;
    function read(text, said) {
      reading = reading || start();
      reading.ready.then(function () {
        reading.worker.postMessage([0, text, said]);
      });
    }
    function start() {
      var worker = reader();
      var ready = new Promise(function (resolve) {
        worker.onmessage = function (event) {
          if (event.data === null) resolve();
          else session.postMessage(["read", event.data], [event.data.buffer]);
        };
      });
      worker.onerror = function () {
        stop();
        session.postMessage(["broken"]);
      };
      worker.postMessage(program);
      return { worker: worker, ready: ready };
    }
    function stop() {
      if (reading) reading.worker.terminate();
      reading = null;
    }

    function tell(event) {
      var field = event.target.closest("[data-do]");
      if (!field || (field.localName === "button") !== (event.type === "click")) return;
      if (field.dataset.do === "close") close();
      else session.postMessage([field.dataset.do, /^(search|select-one)$/.test(field.type) ? field.value : field.dataset.value]);
    }
    /** Sends a form: its lines, one of them for each field. */
    function send(event) {
      event.preventDefault();
      var fields = Array.from(event.target.querySelectorAll("input, select"), function (field) {
        return field.value;
      });
      session.postMessage([event.target.dataset.send, [event.target.dataset.value].concat(fields).join("\n")]);
    }
    /** What has the focus in a cell of the comparison. */
    function inside(cell) {
      return cell.querySelector("button") || cell;
    }
    /** Where the key Tab stops in it: where one was last, at first in the first row. */
    var tabStop = null;
    function stopAt(place) {
      // A cell that holds a button by now is itself no longer reached.
      if (tabStop && tabStop.tabIndex === 0) tabStop.tabIndex = -1;
      tabStop = place;
      if (place) place.tabIndex = 0;
    }
    function reach(event) {
      var cell = event.target.closest("th, td");
      if (cell) stopAt(inside(cell));
    }
    /** Has it stop where it did, or in the first row if that is gone or, on a narrow page, not shown. */
    function keepStop() {
      var cell = dialog.contains(tabStop) && tabStop.closest("th, td");
      var isShown = cell && getComputedStyle(cell).display !== "none";
      stopAt(isShown ? inside(cell) : dialog.querySelector("tbody th"));
    }
    window.addEventListener("resize", keepStop);
    function draw(nodes) {
      build(dialog, nodes);
      keepStop();
    }
    /** Goes from cell to cell, over those that are not shown. */
    function go(event) {
      var cell = event.target.closest("th, td");
      var step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, 1], End: [0, -1] }[event.key];
      if (!cell || !step) return;
      // With another key held down they are the browser's, but for the first and the last cell of all.
      if (event.altKey || event.metaKey || event.shiftKey || (event.ctrlKey && !/^[HE]/.test(event.key))) return;
      event.preventDefault();
      var rows = cell.closest("table").rows;
      var row = cell.parentNode.rowIndex;
      var column = cell.cellIndex;
      if (/^[HE]/.test(event.key)) {
        if (event.ctrlKey) row = step[1] > 0 ? 0 : rows.length - 1;
        column = step[1] > 0 ? -1 : rows[row].cells.length;
      }
      do {
        row += step[0];
        column += step[1];
        cell = rows[row] && rows[row].cells[column];
      } while (cell && cell.getClientRects().length === 0);
      if (cell) inside(cell).focus();
    }
    dialog.addEventListener("focusin", reach);
    dialog.addEventListener("keydown", go);

    /** Leaves a form, and not the dialog. */
    function leaveForm(event) {
      if (event.key !== "Escape" || !event.target.closest("form")) return;
      event.preventDefault();
      session.postMessage(["leave"]);
    }
    dialog.addEventListener("submit", send);
    dialog.addEventListener("keydown", leaveForm);
    dialog.addEventListener("click", tell);
    dialog.addEventListener("input", tell);

    /** What was chosen, and where one was when the dialog was closed. */
    var chosen, places, field;
    function note() {
      field = document.activeElement;
      places = Array.from(dialog.querySelectorAll("ul, .sides")).concat(dialog).map(function (part) {
        return [part, part.scrollLeft, part.scrollTop];
      });
    }
    function close() {
      note();
      dialog.close();
    }
    dialog.addEventListener("cancel", note);
    function open(key, figure) {
      chosen = [key, figure];
      close();
    }
    /** Says to the page what has become of the reports. */
    function report(what, detail) {
      document.dispatchEvent(new CustomEvent(what, { detail: detail }));
    }
    session.onmessage = function (event) {
      var message = event.data;
      var what = { show: draw, read: read, rest: stop, save: save, open: open, report: report }[message[0]];
      what.apply(null, message.slice(1));
    };

    function show(message) {
      chosen = undefined;
      session.postMessage(message);
      dialog.showModal();
      if (places) {
        if (dialog.contains(field)) field.focus({ preventScroll: true });
        places.forEach(function (place) {
          place[0].scrollTo(place[1], place[2]);
        });
      }
      return new Promise(function (resolve, reject) {
        session.onerror = reject;
        dialog.onclose = function () {
          resolve(chosen);
        };
      }).catch(function (error) {
        leaveMany();
        throw error;
      });
    }
    function leave() {
      stop();
      window.removeEventListener("resize", keepStop);
      session.terminate();
      dialog.remove();
    }
    standing = { show: show, leave: leave, tell: session.postMessage.bind(session) };
    return show(["begin", files, document.documentElement.lang, Number(document.documentElement.dataset.measure)].concat(work));
  };
})();
