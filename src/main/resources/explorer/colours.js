// The colours of the page, for what is drawn on a canvas and cannot use CSS.

export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Calls back when the colours change, as long as the view is shown. */
export function onTheme(page, changed) {
  document.addEventListener('themechange', changed, { signal: page.signal });
}

const loading = new Map();

/** A library that is no module and leaves its name in the window; loaded once. */
export function library(path, name) {
  if (!loading.has(path)) {
    loading.set(
      path,
      new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = path;
        script.onload = () => resolve(window[name]);
        script.onerror = () => {
          loading.delete(path);
          script.remove();
          reject(Object.assign(new Error(`${path} could not be loaded`), { kind: 'lost' }));
        };
        document.head.append(script);
      }),
    );
  }
  return loading.get(path);
}

export const CYTOSCAPE = ['webjars/cytoscape/3.33.1/dist/cytoscape.min.js', 'cytoscape'];
export const D3 = ['webjars/d3/7.9.0/dist/d3.min.js', 'd3'];
