"""Real proxies with the files of packaging/central, on a loopback address that is not the computer's usual one: the
agent takes 127.0.0.1 for its own central and would not look for authorities of ours."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from kiosk.paths import RESOURCES
from tests.peers import need

CENTRAL = RESOURCES.parent / "packaging" / "central"

HOST = "127.0.0.2"


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for HOST, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Wegwijs, only for tests")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, secret = folder / "cert.pem", folder / "key.pem"
    pem.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    secret.write_bytes(key.private_bytes(*plain))
    return pem, secret


def nginx(folder: Path, port: int, plain: int, central: int) -> list[str]:
    """The command that runs nginx with our file, at these ports."""
    program = need("nginx")
    text = _placed((CENTRAL / "nginx.conf").read_text("utf-8"), folder, central)
    text = re.sub(r"^ *listen \[::\]:.*\n", "", text, flags=re.M)
    text = text.replace("listen 80;", f"listen {HOST}:{plain};").replace("listen 443 ", f"listen {HOST}:{port} ")
    (folder / "wegwijs.conf").write_text(text.replace("/var/log/nginx", str(folder)), "utf-8")
    spools = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in _SPOOLS)
    user = "user root;" if os.geteuid() == 0 else ""
    whole = f"{user} pid {folder}/pid; events {{}} http {{ {spools} include {folder}/wegwijs.conf; }}"
    (folder / "nginx.conf").write_text(whole, "utf-8")
    words = [program, "-e", f"{folder}/errors", "-c", f"{folder}/nginx.conf"]
    subprocess.run([*words, "-t"], check=True, capture_output=True)
    return [*words, "-g", "daemon off;"]


_SPOOLS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def caddy(folder: Path, port: int, plain: int, central: int) -> list[str]:
    """The command that runs Caddy with our file, at these ports."""
    program = need("caddy")
    text = _placed((CENTRAL / "Caddyfile").read_text("utf-8"), folder, central)
    text = text.replace(f"{HOST} {{", f"{HOST}:{port} {{\n\tbind {HOST}")
    text = text.replace("{\n\tservers", f"{{\n\tadmin off\n\thttp_port {plain}\n\thttps_port {port}\n\tservers", 1)
    (folder / "Caddyfile").write_text(text, "utf-8")
    words = ["--config", f"{folder}/Caddyfile", "--adapter", "caddyfile"]
    subprocess.run([program, "validate", *words], check=True, capture_output=True, env=home(folder))
    return [program, "run", *words]


def home(folder: Path) -> dict[str, str]:
    """Where Caddy may keep what it keeps."""
    return {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}


def _placed(text: str, folder: Path, central: int) -> str:
    pem, secret = certificate(folder)
    text = text.replace("/etc/ssl/wegwijs.example.org.pem", str(pem))
    text = text.replace("/etc/ssl/private/wegwijs.example.org.key", str(secret))
    return text.replace("wegwijs.example.org", HOST).replace("127.0.0.1:8300", f"127.0.0.1:{central}")
