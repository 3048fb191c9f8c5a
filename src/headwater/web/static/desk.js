// Reading and deciding need none of this. It links what the pointer is on with its note, walks through findings by
// j and k, opens the forms of one by c, remembers which layers are shown, and turns a selection into places.
(function () {
  "use strict";
  var text = document.getElementById("text");
  var lit = [];

  function light(badges, scroll) {
    lit.forEach(function (element) { element.classList.remove("on"); });
    lit = [];
    badges.forEach(function (badge, at) {
      var note = document.getElementById(badge);
      if (!note) return;
      lit.push(note);
      text.querySelectorAll('[data-f~="' + CSS.escape(badge) + '"]').forEach(function (run) { lit.push(run); });
      if (scroll && at === 0) {
        var rail = note.parentElement;
        rail.scrollTop += note.getBoundingClientRect().top - rail.getBoundingClientRect().top - 20;
      }
    });
    lit.forEach(function (element) { element.classList.add("on"); });
  }
  function shown(badge) {
    var box = document.getElementById("layer-" + badge[0]);
    return !box || box.checked;
  }
  function typing(element) { return /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && element.type !== "checkbox"; }

  var nav = document.querySelector("header.desk nav"), now = nav && nav.querySelector("[aria-current]");
  if (now && nav.scrollWidth > nav.clientWidth) nav.scrollLeft = now.offsetLeft - nav.clientWidth / 2;

  document.querySelectorAll(".layers input").forEach(function (box) {
    try {
      var kept = sessionStorage.getItem(box.id);
      if (kept !== null) box.checked = kept === "1";
      box.addEventListener("change", function () { sessionStorage.setItem(box.id, box.checked ? "1" : "0"); });
    } catch (error) { /* a browser that keeps nothing shows every layer */ }
  });

  if (text) {
    document.addEventListener("pointerover", function (event) {
      var run = event.target.closest("#text [data-f]");
      if (run) { light(run.dataset.f.split(" ").filter(shown).slice(-1), true); return; }
      var note = event.target.closest(".note");
      if (note) light([note.dataset.n], false);
    });
    document.addEventListener("focusin", function (event) {
      var link = event.target.closest("a.n, .note");
      if (link) light([link.dataset.n], link.classList.contains("n"));
    });
    document.addEventListener("selectionchange", remember);
  }

  function walk(step) {
    var all = Array.prototype.filter.call(text.querySelectorAll("a.n"), function (link) { return link.offsetParent; });
    if (!all.length) return;
    var here = document.activeElement, at = all.indexOf(here);
    if (at < 0 && here.closest) {
      var note = here.closest(".note");
      if (note) at = all.findIndex(function (link) { return link.dataset.n === note.dataset.n; });
    }
    var next;
    if (at < 0) {
      next = all.findIndex(function (link) { return link.getBoundingClientRect().top > 60; });
      if (next < 0) next = all.length - 1;
    } else next = Math.min(Math.max(at + step, 0), all.length - 1);
    all[next].focus({ preventScroll: true });
    all[next].scrollIntoView({ block: "center" });
  }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") { document.getElementById("q").focus(); event.preventDefault(); return; }
    if (!text) return;
    if (event.key === "Escape") light([], false);
    else if (event.key === "j") { walk(1); event.preventDefault(); }
    else if (event.key === "k") { walk(-1); event.preventDefault(); }
    else if (event.key === "c") {
      var at = document.activeElement.closest("[data-n]");
      var link = at && document.querySelector("#" + CSS.escape(at.dataset.n) + " a.decide");
      if (link) { link.click(); event.preventDefault(); }
    }
  });
  document.addEventListener("htmx:after:swap", function () {
    var note = document.querySelector(".note .slot:not(:empty)");
    var on = document.querySelector(".note.on .slot:not(:empty)") || note;
    if (on && !on.contains(document.activeElement)) {
      var field = on.querySelector("input:not([type=hidden]), select, textarea, button");
      if (field) field.focus();
    }
  });

  // Places count code points from the beginning of the whole text; the page holds a part of it and adds nothing.
  function place(node, offset) {
    var range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(node, offset);
    return Number(text.dataset.start) + Array.from(range.toString()).length;
  }
  var chosen = "";
  function remember() {
    var selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    var range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    var start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
    if (end <= start) return;
    chosen = start + "-" + end;
    document.querySelectorAll("[data-spans]").forEach(function (field) { field.value = chosen; });
    var link = document.getElementById("selected");
    if (link) { link.hidden = false; link.href = "/document/" + text.dataset.document + "/s" + chosen + "#asked"; link.textContent = "Link to the words selected (" + chosen + ")"; }
  }

  // /document/ID#s120-180 is the short form of /document/ID/s120-180
  function jump() {
    var asked = /^#s(\d{1,9})-(\d{1,9})$/.exec(location.hash);
    if (text && asked) location.replace("/document/" + text.dataset.document + "/s" + asked[1] + "-" + asked[2] + "#asked");
  }
  addEventListener("hashchange", jump);
  jump();
})();
