// The same inputs through @maptiler/client. Prints lines of the form "name microseconds".
import { config, geocoding, staticMaps } from "@maptiler/client";

config.apiKey = "k";
config.fetch = async () => new Response("{}");

async function measure(name, count, run) {
  for (let i = 0; i < count / 10; i++) await run();
  const times = [];
  for (let round = 0; round < 5; round++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < count; i++) await run();
    times.push(Number(process.hrtime.bigint() - start) / 1000 / count);
  }
  console.log(name, times.sort((a, b) => a - b)[2].toFixed(3));
}

const markers = Array.from({ length: 20 }, (_, i) => [8.5 + i / 100, 47.4 - i / 100, "#ff0000"]);
await measure("geocoding", 20000, () => geocoding.forward("Praha 1, Šumavská 5/3; č. #2", { language: ["de", "cs"], limit: 3, proximity: [8.5417, 47.3769] }));
await measure("static", 20000, async () => staticMaps.automatic({ style: "base-v4", width: 600, height: 300, markers }));

// The same lines as in Inputs.cs; a state times its factor is below 2^53.
const count = Number(process.argv[2] ?? 1000);
let state;
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
function line(next) {
  state = 42;
  return Array.from({ length: count }, (_, i) => next(i));
}

let [x, y, dx, dy] = [8.5, 47.4, 0, 0];
const walk = line(() => [(x += (random() - 0.4) / 100), (y += (random() - 0.5) / 100)]);
[x, y] = [8.5, 47.4];
const coast = line(() => [(x += dx = dx * 0.95 + (random() - 0.45) / 1000), (y += dy = dy * 0.95 + (random() - 0.5) / 1000)]);
const zigzag = line((i) => [8.5 + i / 1000, 47.4 + ((i % 2 === 0 ? 1 : -1) * (0.5 + random())) / 10]);
for (const [name, path] of Object.entries({ walk, coast, zigzag })) {
  const start = process.hrtime.bigint();
  staticMaps.automatic({ style: "base-v4", width: 600, height: 300, path });
  console.log(name, (Number(process.hrtime.bigint() - start) / 1000).toFixed(3));
}
