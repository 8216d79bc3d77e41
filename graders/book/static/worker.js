// Python in a thread of its own: Pyodide, NumPy, and convgrade as students have it.
import { romix } from "./romix.js";
import { read } from "./site.js";

const PACKAGES = ["numpy", "markupsafe", "convgrade"];
const AGAIN = 20; // milliseconds after which code that goes on is interrupted again

let deadline = 0;
let python = null;
const alarm = (seconds) => (deadline = seconds ? Date.now() + 1000 * seconds : 0);
const tell = (line) => postMessage({ line });

// Pyodide looks here whether it is to be interrupted (2 is Ctrl-C); there is no other thread that could say so, but there is a clock.
const interrupts = {
  get 0() {
    if (!deadline || Date.now() < deadline) return 0;
    deadline = Date.now() + AGAIN;
    return 2;
  },
  set 0(value) {},
};

async function boot() {
  postMessage({ stage: "Python" });
  const [settings, lock] = await Promise.all([read("site.json"), read("pyodide/pyodide-lock.json")]);
  const own = new URL("pyodide/", import.meta.url).href;
  const base = settings.pyodide || own;
  await Promise.all(Object.entries(settings.integrity).map(compared));
  const { loadPyodide } = await import(`${base}pyodide.mjs`);
  const pyodide = await loadPyodide({ indexURL: base, lockFileContents: lock, packageBaseUrl: own, stdout: () => {}, stderr: () => {} });
  postMessage({ stage: "NumPy" });
  await loaded(pyodide);
  postMessage({ stage: "the exercises" });
  pyodide.registerJsModule("convgrade_page", { romix: (bytes, n, r) => romix(bytes.toJs(), n, r) });
  const reader = pyodide.pyimport("convgrade.book.reader");
  reader.get_ready();
  pyodide.setInterruptBuffer(interrupts);
  python = { reader, json: pyodide.pyimport("json") };
}

// The browser compares a file from elsewhere with the digest that was published, and keeps it for the one who asks next.
async function compared([address, integrity]) {
  const answer = await fetch(address, { integrity, mode: "cors" }).catch(() => null);
  if (!answer?.ok) throw new Error(`${address} cannot be had, or is not the file that was published`);
}

async function loaded(pyodide) {
  const problems = [];
  await pyodide.loadPackage(PACKAGES, { messageCallback: () => {}, errorCallback: (problem) => problems.push(problem) });
  const missing = PACKAGES.filter((name) => !(name in pyodide.loadedPackages));
  if (missing.length) throw new Error(problems.join(" ") || `${missing.join(", ")} could not be loaded`);
}

onmessage = ({ data }) => {
  try {
    const { reader, json } = python;
    const said = data.question ? reader.answer(data.question, data.text) : reader.check(data.exercise, data.text, alarm, tell);
    postMessage({ said: JSON.parse(json.dumps(said)) });
    said.destroy();
  } catch (problem) {
    postMessage({ broken: String(problem.message || problem).trim().split("\n").at(-1) });
  } finally {
    deadline = 0;
  }
};

boot().then(
  () => postMessage({ ready: true }),
  (problem) => postMessage({ failed: String(problem.message || problem).trim().split("\n").at(-1) }),
);
