async (address) => new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html")
