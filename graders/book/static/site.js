// Where a site keeps what its pages show.

const FOLDER = new URL(".", import.meta.url);
let settings = null;

export async function read(place) {
  const answer = await fetch(new URL(place, FOLDER), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${place} cannot be had from this site (${answer.status}).`);
  return answer.json();
}

export function site() {
  settings ??= read("site.json").catch((problem) => {
    settings = null;
    throw problem;
  });
  return settings;
}

// A reader's text stays on their machine, by site and exercise.
const key = (name) => `convgrade ${FOLDER.pathname} ${name}`;

export function remembered(name) {
  try {
    return localStorage.getItem(key(name));
  } catch {
    return null; // a browser may keep nothing
  }
}

export function remember(name, text) {
  try {
    if (text === null) localStorage.removeItem(key(name));
    else localStorage.setItem(key(name), text);
  } catch {
    // then a reload begins anew
  }
}
