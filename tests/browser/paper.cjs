// Prints every page of a folder on A4 and Letter and measures its type. Usage: node paper.cjs PACKAGES FOLDER BROWSER
// Writes a list of {name, paper, pdf, smallest, text}: the smallest type in points, and a text that has it.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const [packages, folder, browserName] = process.argv.slice(2);
const puppeteer = require(path.join(packages, "puppeteer-core"));
const firefox = browserName.startsWith("firefox");
// Two millimetres shorter than they are: fonts and browsers differ a little from one machine to the next.
const papers = { A4: ["210mm", "295mm", 210], Letter: ["215.9mm", "277.4mm", 215.9] };
const margin = { top: "5mm", bottom: "5mm", left: "8mm", right: "8mm" };

// As it is printed: a picture's letters grow and shrink with it.
function smallestType() {
    const points = 0.75;
    let smallest = { size: 99, text: "" };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent.trim();
        const parent = node.parentElement;
        const box = document.createRange();
        box.selectNodeContents(node);
        if (!text || parent.closest("title, desc") || box.getClientRects().length === 0) continue;
        const svg = parent.closest("svg");
        const scale = svg && svg.hasAttribute("viewBox") ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
        const size = parseFloat(getComputedStyle(parent).fontSize) * scale * points;
        if (size < smallest.size) smallest = { size, text: text.slice(0, 40) };
    }
    return smallest;
}

async function main() {
    const browser = await puppeteer.launch(firefox
        ? { browser: "firefox", executablePath: `/usr/bin/${browserName}`, userDataDir: path.join(folder, "firefox") }
        : { executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
            pipe: true, protocolTimeout: 0, userDataDir: path.join(folder, "browser") });
    const printed = [];
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    for (const file of fs.readdirSync(folder).filter((one) => one.endsWith(".html"))) {
        const name = path.parse(file).name;
        await page.goto(`file://${path.join(folder, file)}`);
        for (const [paper, [width, height, millimetres]] of Object.entries(papers)) {
            const pdf = `${name}-${paper}-${browserName}.pdf`;
            await page.pdf({ path: path.join(folder, pdf), width, height, margin, timeout: 0 });
            let smallest = { size: 99, text: "" };
            if (!firefox) {
                await page.emulateMediaType("print");
                await page.setViewport({ width: Math.round(((millimetres - 16) / 25.4) * 96), height: 1000 });
                smallest = await page.evaluate(smallestType);
                await page.emulateMediaType(undefined);
            }
            printed.push({ name, paper, pdf, smallest: smallest.size, text: smallest.text });
        }
    }
    await browser.close();
    console.log(JSON.stringify(printed));
}

main().catch((error) => { console.error(String(error)); process.exit(1); });
