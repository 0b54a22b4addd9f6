/* SPDX-License-Identifier: Apache-2.0
   Conveniences only: every page works without this file. Hooks are data attributes, see docs/reference/design_elements.md. */
(function () {
  "use strict";
  var doc = document, root = doc.documentElement;
  root.className += " js";

  function each(selector, act, within) { [].forEach.call((within || doc).querySelectorAll(selector), act); }
  function controls(form, name) {
    return [].filter.call(form.elements, function (one) { return one.name === name; });
  }
  function answers(form, name) {
    return controls(form, name).filter(function (one) {
      return !/radio|checkbox/.test(one.type) || one.checked;
    }).map(function (one) { return one.value.trim(); }).filter(Boolean);
  }

  /* What only fills a narrow screen starts closed there. */
  if (window.matchMedia && window.matchMedia("(max-width: 47.99rem)").matches)
    each("[data-fold-narrow]", function (one) { one.open = false; });

  /* A form sends once: the second click does nothing until the page is shown again; data-stays fetches files. */
  doc.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post" || form.matches("[data-stays]")) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    form.dirty = false;
    each("[type=submit]", function (one) { one.setAttribute("aria-disabled", "true"); }, form);
  });
  window.addEventListener("pageshow", function () {
    each("form[data-sent]", function (form) {
      delete form.dataset.sent;
      each("[type=submit]", function (one) { one.removeAttribute("aria-disabled"); }, form);
    });
  });

  /* Leaving with answers that are not saved asks first. */
  window.addEventListener("beforeunload", function (event) {
    each("form[data-autosave], form[data-confirm-leave]", function (form) {
      if (form.dirty) { event.preventDefault(); event.returnValue = ""; }
    });
  });

  /* Each answer is saved when it changes; a [data-saved] line tells: saving, done, failed. */
  function save(form, name) {
    var line = form.querySelector("[data-saved]"), body = new FormData(), turn = form.turn = (form.turn || 0) + 1;
    function tell(state) {
      if (line && turn === form.turn) { line.dataset.state = state; line.textContent = line.dataset[state] || ""; }
      form.dirty = state !== "done" && turn === form.turn;
    }
    each("[type=hidden]", function (one) { if (one.name) body.append(one.name, one.value); }, form);
    body.append("_field", name);
    answers(form, name).forEach(function (value) { body.append(name, value); });
    tell("saving");
    fetch(form.dataset.autosave, { method: "POST", body: body, credentials: "same-origin" }).then(function (reply) {
      tell(reply.ok ? "done" : "failed");
    }, function () { tell("failed"); });
  }

  /* Conditions of rules.conditions, read on the page; names absent from the page come from data-known. */
  function number(text) {
    var day = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text) || /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
    if (day) return +(day[3].length > 2 ? day[3] * 1e4 + day[2] * 100 + +day[1] : day[1] * 1e4 + day[2] * 100 + +day[3]);
    return typeof text === "number" ? text : /\d/.test(text) ? +text.replace(/\.(?=\d{3})/g, "").replace(",", ".") : NaN;
  }
  function holds(rule, value) {
    var op = Object.keys(rule)[0], of = rule[op], got, a, b;
    if (op === "all") return of.every(function (one) { return holds(one, value); });
    if (op === "any") return of.some(function (one) { return holds(one, value); });
    if (op === "not") return !holds(of, value);
    got = value(op === "filled" ? of : of[0]);
    if (op === "filled") return got.length > 0;
    function among(one) { return got.indexOf(one === true ? "yes" : one === false ? "no" : String(one)) >= 0; }
    if (op === "eq") return among(of[1]);
    if (op === "ne") return !among(of[1]);
    if (op === "in") return of[1].some(among);
    a = number(got[0] || ""); b = number(of[1]);
    return op === "ge" ? a >= b : op === "gt" ? a > b : op === "le" ? a <= b : a < b;
  }
  function reveal(form) {
    var known = JSON.parse(form.dataset.known || "{}");
    function word(one) { return one === true || one === "on" ? "yes" : one === false ? "no" : String(one); }
    function value(name) {
      var here = controls(form, name), got;
      if (!here.length) return [].concat(name in known && known[name] !== null ? known[name] : []).map(word);
      got = answers(form, name).map(word);
      return here.length === 1 && here[0].type === "checkbox" && !got.length ? ["no"] : got;
    }
    each("[data-show-if]", function (box) {
      box.hidden = !holds(JSON.parse(box.dataset.showIf), value);
      each("input, select, textarea", function (one) { one.disabled = box.hidden; }, box);
    }, form);
  }

  function text(address) {
    return fetch(address, { credentials: "same-origin" }).then(function (reply) { return reply.ok ? reply.text() : ""; });
  }

  /* A list that depends on another (communes of a province) is fetched as <option> lines. */
  function refill(chooser) {
    var target = doc.getElementById(chooser.dataset.fills);
    text(chooser.dataset.options + encodeURIComponent(chooser.value)).then(function (lines) { if (lines) target.innerHTML = lines; });
  }

  doc.addEventListener("change", function (event) {
    var one = event.target, form = one.form, typed;
    if (!form) return;
    if ("date" in one.dataset && (typed = /^(\d\d?)[ .-]?(\d\d?)[ .-]?(\d{4})$/.exec(one.value.trim()))) {
      one.value = typed.slice(1).map(function (part) { return part.length < 2 ? "0" + part : part; }).join("/");
    }
    if (one.type === "file" && one.files) {
      each("[id='" + one.id + "-over']", function (line) {
        line.hidden = ![].some.call(one.files, function (file) { return file.size > +one.dataset.maxBytes; });
      });
    }
    if (one.dataset.fills) refill(one);
    reveal(form);
    form.dirty = true;
    if (form.dataset.autosave && one.name && one.type !== "file") save(form, one.name);
  });

  /* A list is narrowed while words are typed, with or without accents. */
  function plain(text) { return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d"); }
  doc.addEventListener("input", function (event) {
    var list = event.target.dataset.narrows, none = doc.getElementById(list + "-none"), words;
    if (!list) return;
    words = plain(event.target.value).split(/\s+/);
    none.hidden = false;
    each("#" + list + " > li", function (line) {
      var held = plain(line.textContent + " " + line.dataset.words);
      line.hidden = !words.every(function (word) { return held.indexOf(word) >= 0; });
      if (!line.hidden) none.hidden = true;
    });
  });

  /* A part is asked for again until it holds [data-last]. */
  function renew(part) {
    setTimeout(function () {
      if (doc.hidden) { renew(part); return; }
      text(part.dataset.refresh).then(function (html) {
        if (html && html !== part.seen) part.innerHTML = part.seen = html;
        if (!part.querySelector("[data-last]")) renew(part);
      }, function () { renew(part); });
    }, +part.dataset.every);
  }
  each("[data-refresh]", renew);

  /* A page in a public place goes back when nobody touches it. */
  each("[data-back]", function (link) {
    var timer;
    function later() {
      clearTimeout(timer);
      timer = setTimeout(function () { location.href = link.href; }, +link.dataset.back);
    }
    ["keydown", "pointerdown"].forEach(function (kind) { doc.addEventListener(kind, later); });
    later();
  });

  each("form", reveal);
  each("[data-date]", function (one) { one.inputMode = "numeric"; });
  each("[data-focus]", function (one) { one.focus(); });
  /* A form filled in from elsewhere goes on at its first open question. */
  each("[data-focus-empty]", function (form) {
    var open = [].filter.call(form.elements, function (one) {
      return one.required && !one.disabled && one.offsetParent && !answers(form, one.name).length;
    })[0] || form.querySelector("[data-focus-then]");
    if (open) open.focus();
  });
})();
