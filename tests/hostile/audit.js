// What on this page could run or load something, and is not the theme's own: a list of descriptions.
() => {
    const found = [];
    const safe = /^(https?|mailto|tel|doi|urn):/i;
    const addressed = ["href", "src", "action", "formaction", "xlink:href", "srcset", "data", "poster", "background"];
    for (const element of document.querySelectorAll("*")) {
        const name = element.localName;
        if (/^(iframe|frame|object|embed|applet|base|style|template|noscript|plaintext|xmp|math|marquee)$/.test(name))
            found.push(name);
        if (name === "meta" && element.httpEquiv && element.httpEquiv !== "Content-Security-Policy") found.push(name);
        if (name === "script" && element.type !== "application/ld+json" && !element.src.startsWith(`${origin}/readings/assets/`))
            found.push(element.outerHTML);
        for (const attribute of element.attributes) {
            // The theme's own scripts set lengths in styles.
            const styled = attribute.name === "style" && /[("'@:].*[("'@:]/.test(attribute.value.replace(/[a-z-]+: [\d.]+px;/g, ""));
            if (/^on/i.test(attribute.name) || /^(srcdoc|ping)$/i.test(attribute.name) || styled)
                found.push(`${name} ${attribute.name}=${attribute.value}`);
            if (!addressed.includes(attribute.name)) continue;
            const address = new URL(attribute.value, document.baseURI);
            const own = address.origin === origin && address.protocol === "https:";
            const leads = name === "a" ? own || safe.test(address.href) : own || (name === "link" && element.rel === "license");
            if (!leads) found.push(`${name} ${attribute.name}=${attribute.value}`);
        }
    }
    return found;
}
