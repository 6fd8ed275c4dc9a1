// Draws what the program writes to a terminal of 80 columns as SVG files, for the README:
//   node src/MapTiler.Auth.Tool/Images/make-images.mjs
// It runs the program that was built (dotnet build src/MapTiler.Auth.Tool) against its own emulator.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const tool = join(here, "../bin", process.env.CONFIGURATION ?? "Debug", "net10.0/maptiler");
const folder = mkdtempSync(join(tmpdir(), "images-"));
const columns = 80, cellWidth = 8.4, lineHeight = 16.3, padding = 14;
const palette = { 1: "#f14c4c", 2: "#23d18b", 3: "#f5f543", 4: "#3b8eea", 5: "#d670d6", 6: "#29b8db", 8: "#888888", 9: "#f14c4c", 10: "#23d18b", 11: "#f5f543", 12: "#3b8eea", 14: "#29b8db" };

writeFileSync(join(folder, "alps.gpx"), `<gpx>${[[45.2, 8.1], [46.1, 8.2], [46.6, 8.6], [47.2, 8.3], [47.9, 9.1]].map(([lat, lon]) => `<trkpt lat="${lat}" lon="${lon}"/>`).join("")}</gpx>`);

const emulator = spawn(tool, ["emulator", "--quiet", "--json", "--until-input-ends", "--seed", "images"]);
const [line] = await new Promise(resolve => createInterface(emulator.stdout).once("line", (...args) => resolve(args)));
const { url, apiKey, serviceToken, serviceUrl } = JSON.parse(line);
const account = { MAPTILER_API_KEY: apiKey, MAPTILER_BASE_ADDRESS: url, MAPTILER_SERVICE_BASE_ADDRESS: serviceUrl };

// The images: a name, the commands, and their environment.
draw("check", ["maptiler check"], { ...account, MAPTILER_SERVICE_TOKEN: serviceToken });
draw("check-wrong-key", ["maptiler check"], { ...account, MAPTILER_API_KEY: "notTheKeyOfAnyone1234" });
draw("elevation", ["maptiler elevation alps.gpx"], account);
writeFileSync(join(folder, "shops.csv"), "shop,city\n1,Zürich\n2,Bern\n3,Genève\n4,Zürich\n5,Xyzzyville\n");
draw("geocode", ["maptiler geocode Zürich --limit 2", "maptiler geocode --file shops.csv --column city", "head -n 3 shops.geocoded.csv"], account);
writeFileSync(join(folder, "trails.geojson"), '{"type":"FeatureCollection","features":[]}');
draw("upload", ["maptiler upload trails.geojson"], { ...account, MAPTILER_SERVICE_TOKEN: serviceToken });
draw("usage", ["maptiler usage"], { ...account, MAPTILER_SERVICE_TOKEN: serviceToken });

emulator.stdin.end();

function draw(name, commands, environment) {
    const script = `stty cols ${columns} rows 50; ${commands.map(command => `printf '\\033[1;32m$\\033[0m %s\\n' '${command}'; ${command}`).join("; ")}`;
    const run = spawnSync("script", ["-qec", script, "/dev/null"], {
        cwd: folder, encoding: "utf8", input: "",
        env: { PATH: `${dirname(tool)}:${process.env.PATH}`, HOME: folder, TERM: "xterm-256color", COLORTERM: "truecolor", ...environment },
    });
    writeFileSync(join(here, `${name}.svg`), toSvg(run.stdout.replaceAll(url, "https://api.maptiler.com/")));
}

function toSvg(output) {
    const rows = toScreen(output);
    const height = Math.round(rows.length * lineHeight + 2 * padding), width = Math.round(columns * cellWidth + 2 * padding);
    const lines = rows.map((row, index) => {
        const spans = [];
        for (const { text, color, bold } of row) {
            if (spans.length > 0 && spans.at(-1).color === color && spans.at(-1).bold === bold)
                spans.at(-1).text += text;
            else
                spans.push({ text, color, bold });
        }

        const y = Math.round((padding + 13 + index * lineHeight) * 10) / 10;
        return `  <text x="${padding}" y="${y}" xml:space="preserve">${spans.map(({ text, color, bold }) => `<tspan${color ? ` fill="${color}"` : ""}${bold ? ' font-weight="bold"' : ""}>${escape(text)}</tspan>`).join("")}</text>`;
    });
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" fill="#d4d4d4">
  <rect width="100%" height="100%" rx="8" fill="#1e1e1e"/>
${lines.join("\n")}
</svg>
`;
}

// The cells of the screen after the output, with the movements of the cursor that a progress bar needs.
function toScreen(output) {
    const rows = [[]];
    let [y, x, style] = [0, 0, {}];
    for (const [part, parameters, command] of output.matchAll(/\x1b\[([0-9;?]*)([A-Za-z])|\x1b.|[^]/gu)) {
        const count = Number(parameters) || 1;
        if (command === "m") style = apply(style, parameters.split(";").map(Number));
        else if (command === "A") y = Math.max(0, y - count);
        else if (command === "K") rows[y].length = parameters === "2" ? 0 : Math.min(rows[y].length, x);
        else if (part === "\r") x = 0;
        else if (part === "\n") { y++; rows[y] ??= []; }
        else if (part >= " ") {
            while (rows[y].length < x) rows[y].push({ text: " " });
            rows[y][x++] = { text: part, ...style };
        }
    }

    while (rows.at(-1).every(cell => cell.text === " ")) rows.pop();
    return rows;
}

function apply(style, codes) {
    const next = { ...style };
    for (let i = 0; i < codes.length; i++) {
        if (codes[i] === 0) { delete next.color; delete next.bold; }
        else if (codes[i] === 1) next.bold = true;
        else if (codes[i] >= 30 && codes[i] <= 37) next.color = palette[codes[i] - 30];
        else if (codes[i] >= 90 && codes[i] <= 97) next.color = palette[codes[i] - 82];
        else if (codes[i] === 38 && codes[i + 1] === 5) { next.color = palette[codes[i + 2]]; i += 2; }
        else if (codes[i] === 38 && codes[i + 1] === 2) { next.color = `rgb(${codes.slice(i + 2, i + 5)})`; i += 4; }
    }
    return next;
}

function escape(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
