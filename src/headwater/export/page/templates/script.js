// Reading needs none of this: it links what the pointer is on with its note, and lets j and k walk through the notes.
(function () {
  "use strict";
  var reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
  var lit = [];
  function light(section, badges, scroll) {
    lit.forEach(function (element) { element.classList.remove("on"); });
    lit = [];
    if (!section || !badges.length) return;
    badges.forEach(function (badge) {
      var note = document.getElementById(section.id + "-" + badge);
      if (!note) return;
      lit.push(note);
      section.querySelectorAll('.text [data-f~="' + badge + '"]').forEach(function (run) { lit.push(run); });
      if (scroll && badge === badges[0]) {
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
  document.addEventListener("pointerover", function (event) {
    var run = event.target.closest(".text [data-f]");
    if (run) {
      light(run.closest("section.document"), run.dataset.f.split(" ").filter(shown).slice(-1), true);
      return;
    }
    var note = event.target.closest(".note");
    if (note) light(note.closest("section.document"), [note.dataset.n], false);
  });
  document.addEventListener("focusin", function (event) {
    var link = event.target.closest("a.n, .note");
    if (link) light(link.closest("section.document"), [link.dataset.n], link.classList.contains("n"));
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "Escape") { light(null, [], false); return; }
    if (event.key !== "j" && event.key !== "k") return;
    var all = Array.prototype.filter.call(document.querySelectorAll(".text a.n"), function (link) { return link.offsetParent; });
    if (!all.length) return;
    var at = all.indexOf(document.activeElement), next;
    if (at < 0) {
      next = all.findIndex(function (link) { return link.getBoundingClientRect().top > 0; });
      if (next < 0) next = all.length - 1;
    } else next = event.key === "j" ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0);
    all[next].focus({ preventScroll: true });
    all[next].scrollIntoView({ block: "center", behavior: reduced ? "auto" : "smooth" });
    event.preventDefault();
  });
})();
