"""Runs every check with a galley binary: python run.py path/to/galley [NAME…]"""

import inspect
import sys
import time
import traceback

import checks
import newsrooms
import of_brat
import of_tables

# Where the checks stand.
MODULES = [checks, of_brat, of_tables, newsrooms]


def main():
    wanted = sys.argv[2:]
    own = [(name, check) for module in MODULES for name, check in vars(module).items()
           if inspect.isfunction(check) and check.__module__ == module.__name__ and not name.startswith("_")]
    failed, left_out = [], []
    for name, check in own:
        if wanted and name not in wanted:
            continue
        start = time.time()
        try:
            check()
            print(f"   {name}: read as meant ({time.time() - start:.1f} s)", flush=True)
        except ImportError as missing:
            left_out.append(f"{name} ({missing})")
        except Exception:
            failed.append(name)
            traceback.print_exc()
    for check in left_out:
        print(f"   LEFT OUT: {check}")
    if failed:
        print(f"   not read as meant: {', '.join(failed)}")
    sys.exit(1 if failed else 0)


main()
