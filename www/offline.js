// Keeps the page on this computer, so that it starts without its server and can be installed: the page's side of service.js.

/** Registers the service worker at this address, if there is one, and says when it has a new version of the page. */
function keepOffline(address) {
  "use strict";
  var container = navigator.serviceWorker;
  if (!address || !container) return;

  /** Tells the browser how the page is called where it is installed. Not in a file: that would leave a way to the server. */
  function describe() {
    var here = new URL("./", location.href).href;
    var name = document.title;
    var icon = document.querySelector('link[rel="icon"]');
    var app = {
      id: here,
      start_url: here,
      scope: here,
      name: name,
      short_name: name,
      description: document.querySelector('meta[name="description"]').content,
      lang: document.documentElement.lang,
      display: "standalone",
      background_color: "#f4f2ee",
      theme_color: "#b32d1e",
      icons: [{ src: icon.href, sizes: "any", type: icon.type }],
    };
    var link = document.createElement("link");
    link.rel = "manifest";
    link.href = "data:application/manifest+json," + encodeURIComponent(JSON.stringify(app));
    document.head.appendChild(link);
  }

  /** Says that a new version waits. It comes only when asked for: a page is never half old and half new. */
  function tell(waiting) {
    var place = document.createElement("p");
    place.id = "update";
    place.setAttribute("role", "status");
    var isEnglish = document.documentElement.lang === "en";
    place.textContent = isEnglish ? "There is a new version. Loading it drops what is not saved. " : "纲目有新版本。换上之后，没有保存的文字不会保留。";
    var button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.textContent = isEnglish ? "Load it" : "换上新版本";
    button.addEventListener("click", function () {
      container.addEventListener("controllerchange", function () {
        location.reload();
      });
      waiting.postMessage("take over");
    });
    place.appendChild(button);
    document.body.appendChild(place);
  }

  /** Waits for a version that is being fetched. Without an older one in charge it is the first, and no news. */
  function watch(coming) {
    coming.addEventListener("statechange", function () {
      if (coming.state === "installed" && container.controller) tell(coming);
    });
  }

  describe();
  container.register(address, { updateViaCache: "none" }).then(
    function (registration) {
      if (registration.waiting && container.controller) tell(registration.waiting);
      if (registration.installing) watch(registration.installing);
      registration.addEventListener("updatefound", function () {
        watch(registration.installing);
      });
    },
    // The page works without: it only has to be loaded from its server each time.
    function (error) {
      console.info("not kept for later: " + error);
    },
  );
}
