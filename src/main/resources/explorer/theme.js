// Runs before the page is drawn, so that it does not flash in the wrong colours.
(() => {
  try {
    const chosen = localStorage.getItem('demarche-theme');
    if (chosen === 'dark' || chosen === 'light') {
      document.documentElement.dataset.theme = chosen;
    }
  } catch {
    // Storage is refused: the system's choice stands.
  }
})();
