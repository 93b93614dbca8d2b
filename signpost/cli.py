from pathlib import Path
from datetime import date
import sys,time
from signpost.edges import disk, pagefind
from signpost.pipeline import take_in, put_out
from signpost.output.report import report, counted
def main():
    t=time.perf_counter()
    tree, p = disk.read(Path.cwd())
    c, q = take_in(tree, date(2026,11,22))
    if sys.argv[1]=="check":
        sys.stdout.write(report([*p,*q], "text"))
    print(counted([*p,*q]), c and len(c), time.perf_counter()-t)
    if sys.argv[1]=="build":
        out=Path("site"); disk.may_replace(out)
        fresh=disk.fresh_folder(out)
        n=disk.write(put_out(c,tree,date(2026,11,22)),fresh)
        print(n, time.perf_counter()-t)
        if "--no-index" not in sys.argv: pagefind.index(fresh,"{"+",".join([*c.shelves,"guides"])+"}/*/index.html")
        disk.replace(out,fresh)
        print(time.perf_counter()-t)
