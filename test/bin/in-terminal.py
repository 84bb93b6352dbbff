# Runs a program in a terminal of its own: each line of stdin is JSON, [text to wait for, keys to press]. Prints what the terminal showed.
import fcntl, json, os, pty, re, select, signal, struct, sys, termios, time

steps = [json.loads(line) for line in sys.stdin if line.strip()]
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))
    os.execvp(sys.argv[1], sys.argv[1:])
raw, seen, ended, limit = b"", "", False, time.time() + 60

def read(wait):
    global raw, seen, ended
    if not select.select([terminal], [], [], wait)[0]:
        return False
    try:
        piece = os.read(terminal, 65536)
    except OSError:
        piece = b""
    ended = piece == b""
    raw += piece
    seen = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", raw.decode("utf8", "replace"))
    return not ended

shown = 0
for words, keys in steps:
    while words not in seen[shown:] and not ended and time.time() < limit:
        read(0.2)
    while read(0.15):  # until it has drawn everything
        pass
    shown = len(seen)
    for key in keys:
        os.write(terminal, key.encode())
        time.sleep(0.03)
while not ended and time.time() < limit:
    read(0.5)
if not ended:
    os.kill(child, signal.SIGKILL)
sys.stdout.write(seen)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) & 255)
