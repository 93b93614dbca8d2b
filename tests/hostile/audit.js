(page) => {
  const found = [], own = (address) => new URL(address, location).origin === location.origin;
  const runs = /^[\s\0-\x20]*(javascript|vbscript|data|blob|file|livescript):/i;
  const leads = ["href", "src", "action", "formaction", "xlink:href", "data", "background", "poster", "srcset", "ping", "srcdoc", "dynsrc"];
  for (const element of (page ?? document).querySelectorAll("*")) {
    const { localName, type, src } = element;
    if (/^(frame|iframe|frameset|object|embed|applet|xml|bgsound|marquee|math|video|audio|isindex|layer)$/.test(localName)) found.push(localName);
    if (localName === "script" && type !== "application/ld+json" && !(src && own(src))) found.push("script");
    if (/^(link|img|source)$/.test(localName) && element.rel !== "canonical" && (element.href ?? element.src) && !own(element.href ?? element.src)) found.push(localName);
    if (localName === "base" && element.hasAttribute("href")) found.push("base");
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === "ping" || name === "srcdoc") found.push(`${localName} ${name}`);
      if (name === "style" && !/^--zoom: [\d.]+;$/.test(value)) found.push(`${localName} style ${value}`);
      if (leads.includes(name) && runs.test(value)) found.push(`${localName} ${name} that runs`);
    }
  }
  return found;
}
