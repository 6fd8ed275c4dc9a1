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

const points = Number(process.argv[2] ?? 1000);
let [longitude, latitude, state] = [8.5, 47.4, 42];
const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
const path = Array.from({ length: points }, () => [(longitude += (random() - 0.4) / 100), (latitude += (random() - 0.5) / 100)]);
const start = process.hrtime.bigint();
staticMaps.automatic({ style: "base-v4", width: 600, height: 300, path });
console.log("path", (Number(process.hrtime.bigint() - start) / 1000).toFixed(3));
