// The one interpreter that all exercises of a page share: started when first wanted, stopped when it does not answer, started again.

export const longest = { milliseconds: 10_000 }; // from when a check begins; then its interpreter is ended
const STARTS_AGAIN = "Python ended and was started again.";

const progress = new EventTarget(); // "stage", with what is being loaded
let current = null;
let stage = "";
let turn = Promise.resolve();

// Start the interpreter if there is none; the promise fails if that fails, and the next call tries again.
export function warm() {
  current ??= start();
  return current.ready;
}

// The same, with what is being loaded written into an element.
export async function warmed(state) {
  const show = () => (state.textContent = stage ? `Loading ${stage}…` : "");
  progress.addEventListener("stage", show);
  try {
    const ready = warm();
    show();
    await ready;
  } finally {
    progress.removeEventListener("stage", show);
    state.textContent = "";
  }
}

// What the interpreter says to a request: its answer, or {stopped, line} if it computed for too long, or {broken} if it ended.
export function ask(request, began = () => {}) {
  const answer = turn.then(() => answered(request, began));
  turn = answer.catch(() => {});
  return answer;
}

async function answered(request, began) {
  await warm();
  began();
  const python = current;
  const answer = await new Promise((resolve) => {
    let line = 0;
    const timer = setTimeout(() => resolve({ stopped: true, line }), longest.milliseconds);
    python.heard = (message) => {
      if (message.line) {
        line = message.line;
        return;
      }
      clearTimeout(timer);
      resolve(message);
    };
    python.worker.postMessage(request);
  });
  python.heard = null;
  if (answer.stopped || answer.broken) {
    python.worker.terminate();
    current = start();
  }
  return answer;
}

function start() {
  const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  const python = { worker, heard: null, ready: null };
  python.ready = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.failed) reject(new Error(data.failed));
      else if (data.ready) {
        stage = "";
        resolve();
      } else if (data.stage) {
        stage = data.stage;
        progress.dispatchEvent(new Event("stage"));
      } else python.heard?.(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || "its worker could not be loaded"));
      python.heard?.({ broken: event.message || STARTS_AGAIN });
    };
  });
  python.ready.catch(() => {
    stage = "";
    worker.terminate();
    if (current === python) current = null;
  });
  return python;
}
