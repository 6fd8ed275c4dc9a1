// One call: node first.mjs <base address> <API key>. Prints the name of the place.
import { config, geocoding } from "@maptiler/client";

const [base, key] = process.argv.slice(2);
config.apiKey = key;
config.fetch = (url, init) => fetch(url.toString().replace("https://api.maptiler.com/", base), init);
console.log((await geocoding.forward("Brno", { limit: 1 })).features[0].place_name);
