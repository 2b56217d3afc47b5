// Opens handouts in headless Chromium and says what is wrong with them. Usage: node look.cjs PACKAGES FOLDER
// The browsers are spoken to through pipes, so that they end when this program does, and keep their files in FOLDER. FOLDER holds pages and restrictions.json (lists of texts, of each of which one must be there, but in rules.html, which has its own); pictures and PDFs are
// left in it.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const [packages, folder] = process.argv.slice(2);
const puppeteer = require(path.join(packages, "puppeteer-core"));
const axe = fs.readFileSync(path.join(packages, "axe-core/axe.min.js"), "utf8");
const faults = [];
const long = ["sessions", "rules"]; // made of the same elements as the others, and slow to listen to

// Boxes of words that lie on each other, and whatever reaches past the right edge.
function misplaced() {
    const faults = [];
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > edge) faults.push(`scrolls sideways: ${document.documentElement.scrollWidth} of ${edge}`);
    const shown = [...document.querySelectorAll("h1, h2, h3, dt, dd, .first li, .lanes li, tr, .visits, .entries li, .texts li, .sign p, .jump, .reason, footer p")]
        .filter((one) => one.offsetParent);
    const boxes = shown.map((one) => ({ text: one.textContent.slice(0, 40), ...one.getBoundingClientRect().toJSON() }));
    for (const [i, a] of boxes.entries()) {
        if (a.right > edge + 1) faults.push(`reaches past the edge: ${a.text}`);
        for (const b of boxes.slice(i + 1)) {
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (across > 1 && down > 1) faults.push(`overlap: ${a.text} | ${b.text}`);
        }
    }
    return faults;
}

async function watched(browser, name) {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    page.on("console", (message) => faults.push(`${name}: console: ${message.text()}`));
    page.on("pageerror", (error) => faults.push(`${name}: ${error}`));
    page.on("request", (request) => {
        if (!/^(file|data):/.test(request.url())) faults.push(`${name}: request for ${request.url()}`);
    });
    return page;
}

async function look(page, file, name, width) {
    await page.setViewport({ width, height: 800 });
    await page.goto(`file://${path.join(folder, file)}`);
    for (const fault of await page.evaluate(misplaced)) faults.push(`${name}: ${fault}`);
    const text = (await page.evaluate(() => document.body.innerText)).toLowerCase();
    for (const wanted of JSON.parse(fs.readFileSync(path.join(folder, "restrictions.json"), "utf8"))) {
        if (file !== "rules.html" && !wanted.some((one) => text.includes(one))) faults.push(`${name}: not there: ${wanted[0]}`);
    }
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: false });
}

// The texts that are shown, in the page's order, and those that stand above the one before them.
function shownTexts() {
    const shown = { texts: [], jumps: [] };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(), last; node; node = walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const [box] = range.getClientRects();
        const text = node.textContent.trim();
        if (!text || !box || node.parentElement.closest("svg")) continue;
        if (last && box.bottom < last.top) shown.jumps.push(text.slice(0, 40));
        shown.texts.push(text);
        last = box;
    }
    return shown;
}

// What a screen reader reads is every text, in the page's order; on a telephone that is from top to bottom.
async function readAloud(page, name) {
    await page.setViewport({ width: 360, height: 800 });
    const { texts, jumps } = await page.evaluate(shownTexts);
    for (const text of jumps) faults.push(`${name}: stands above what is read before it: ${text}`);
    const heard = [];
    const hear = (node) => {
        const parts = node.children || [];
        if (parts.length === 0 && !/^(image|img)$/.test(node.role)) heard.push(node.name || "");
        parts.forEach(hear);
    };
    hear(await page.accessibility.snapshot());
    const squeezed = (list) => list.join("").replace(/[\s\u2022]+/g, "");
    const [read, written] = [squeezed(heard), squeezed(texts)];
    let at = 0;
    while (at < written.length && read[at] === written[at]) ++at;
    if (read !== written) faults.push(`${name}: reads '${read.slice(at, at + 40)}' where '${written.slice(at, at + 40)}' stands`);
}

// The page's own policy lets no script in, so axe goes into a copy of it that has none.
async function listen(browser, file, name) {
    const page = await watched(browser, name);
    await page.setBypassCSP(true);
    await page.goto(`file://${path.join(folder, file)}`);
    await readAloud(page, name);
    await page.setViewport({ width: 800, height: 600 });
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run());
    for (const violation of result.violations) {
        for (const node of violation.nodes) faults.push(`${name}: axe: ${violation.id}: ${node.html.slice(0, 120)}`);
    }
    await page.close();
}

async function print(page, name) {
    for (const format of ["A4", "Letter"]) {
        await page.pdf({ path: path.join(folder, `${name}-${format}.pdf`), format, preferCSSPageSize: false, timeout: 0 });
    }
}

// A browser shows one page at a time: what it paints of a page in the background may be of another size or half done.
async function worker(names, number) {
    const browser = await puppeteer.launch({
        executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
        args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
        pipe: true,
        protocolTimeout: 0, // a busy machine is no fault of the page
        userDataDir: path.join(folder, `browser-${number}`),
    });
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
        const page = await watched(browser, name);
        await look(page, `${name}.html`, `${name}-narrow`, 320);
        await look(page, `${name}.html`, `${name}-phone`, 360);
        await look(page, `${name}.html`, `${name}-desktop`, 1100);
        await print(page, name);
        await page.close();
        if (!long.includes(name)) await listen(browser, `${name}.html`, name);
    }
    await browser.close();
}

async function main() {
    const names = fs.readdirSync(folder).filter((file) => file.endsWith(".html")).map((file) => path.parse(file).name);
    names.sort((a, b) => long.includes(b) - long.includes(a)); // the slow ones begin
    // A second browser takes longer to start than a few pages to look at.
    await Promise.all(names.length < 4 ? [worker(names, 1)] : [worker(names, 1), worker(names, 2)]);
}

main().catch((error) => faults.push(String(error))).finally(() => {
    for (const fault of new Set(faults)) console.log(fault);
    process.exit(faults.length ? 1 : 0);
});
