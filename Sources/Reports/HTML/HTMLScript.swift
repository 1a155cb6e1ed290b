/// The page's script: it searches, filters, opens, and keeps the filters in the address.
enum HTMLScript {
  /// The script; without it the page is whole, only longer to look through.
  static let text = #"""
    (() => {
      'use strict';
      const panel = document.getElementById('filter');
      const details = (root) => [...root.querySelectorAll('details')];
      let opened = [];
      addEventListener('beforeprint', () => {
        opened = details(document).filter((d) => !d.open);
        opened.forEach((d) => { d.open = true; });
      });
      addEventListener('afterprint', () => opened.forEach((d) => { d.open = false; }));
      const decoded = (text) => {
        try { return decodeURIComponent(text); } catch { return ''; }
      };
      const reveal = (hash) => {
        const id = decoded(hash);
        const place = id ? document.getElementById(id) : null;
        for (let node = place; node; node = node.parentElement) {
          if (node.tagName === 'DETAILS') node.open = true;
        }
        return place;
      };
      if (!panel) { reveal(location.hash.slice(1)); return; }

      const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '')
        .replace(/[đĐð]/g, 'd').toLowerCase();
      const keys = ['unit', 'verdict', 'severity', 'change', 'group'];
      const fields = new Map([...panel.querySelectorAll('[data-key]')].map((f) => [f.dataset.key, f]));
      const units = [...document.querySelectorAll('details.unit')].map((box) => ({
        box, wasOpen: box.open,
        items: [...box.querySelectorAll('[data-v]')].map((node) => ({ node, text: null })),
        name: box.querySelector('h3').textContent,
      }));
      const total = units.reduce((sum, unit) => sum + unit.items.length, 0);
      const language = document.documentElement.lang;
      const number = (n) => n.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-US');
      const count = document.getElementById('f-count');

      const apply = () => {
        const wanted = keys.filter((k) => fields.has(k) && fields.get(k).value)
          .map((k) => [k, fields.get(k).value]);
        const words = fold(fields.get('q').value).split(/\s+/).filter(Boolean);
        const isOn = wanted.length > 0 || words.length > 0;
        let shown = 0;
        for (const unit of units) {
          let here = 0;
          for (const item of unit.items) {
            let fits = wanted.every(([k, value]) => item.node.dataset[k] === value);
            if (fits && words.length) {
              item.text ??= fold(unit.name + ' ' + item.node.textContent);
              fits = words.every((word) => item.text.includes(word));
            }
            item.node.hidden = !fits;
            if (fits) here += 1;
          }
          unit.box.hidden = isOn && here === 0;
          unit.box.open = isOn ? here > 0 : unit.wasOpen;
          shown += here;
        }
        document.documentElement.classList.toggle('filtered', isOn);
        const pattern = !isOn ? count.dataset.all : shown ? count.dataset.some : count.dataset.none;
        count.textContent = pattern.replace('{k}', number(shown)).replace('{n}', number(total));
      };
      const address = () => {
        const parts = [...fields].filter(([, f]) => f.value)
          .map(([k, f]) => k + '=' + encodeURIComponent(f.value));
        try {
          history.replaceState(null, '', '#' + (parts.join('&') || 'violations'));
        } catch { /* some mail programs forbid it; the filters work all the same */ }
      };
      const read = (hash) => {
        const values = new Map(hash.split('&').map((part) => {
          const at = part.indexOf('=');
          return [part.slice(0, at), decoded(part.slice(at + 1))];
        }));
        for (const [key, field] of fields) {
          field.value = values.get(key) ?? '';
          if (field.selectedIndex === -1) field.value = '';
        }
      };
      const follow = () => {
        const hash = location.hash.slice(1);
        if (!hash.includes('=')) { reveal(hash)?.scrollIntoView(); return; }
        read(hash);
        apply();
        document.getElementById('violations').scrollIntoView();
      };

      let waiting = 0;
      panel.addEventListener('input', () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => { apply(); address(); }, 120);
      });
      document.getElementById('f-reset').addEventListener('click', () => {
        read(''); apply(); address(); fields.get('q').focus();
      });
      const all = (isOpen) => units.forEach((unit) => {
        if (unit.box.hidden) return;
        unit.box.open = isOpen || unit.box.open;
        unit.items.forEach((item) => {
          if (!item.node.hidden) details(item.node).forEach((d) => { d.open = isOpen; });
        });
      });
      document.getElementById('f-open').addEventListener('click', () => all(true));
      document.getElementById('f-close').addEventListener('click', () => all(false));
      document.addEventListener('click', (event) => {
        const link = event.target.closest?.('a[data-filter]');
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        read(link.dataset.filter);
        apply();
        address();
        const heading = document.getElementById('h-violations');
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
        heading.scrollIntoView();
      });
      addEventListener('hashchange', follow);
      panel.hidden = false;
      apply();
      if (location.hash) follow();
    })();

    """#
}
