# SPDX-License-Identifier: Apache-2.0
"""The key of the stand-in: made at the first start, kept in the state folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

ALGORITHM = "RS256"
BITS = 2048


class Signer:
    """Signs ID tokens and shows the public key."""

    def __init__(self, key: rsa.RSAPrivateKey) -> None:
        self._key = key
        public = key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        self.kid = hashlib.sha256(public).hexdigest()[:16]

    @classmethod
    def new(cls) -> Signer:
        """Return a signer with a fresh key."""
        return cls(rsa.generate_private_key(public_exponent=65537, key_size=BITS))

    @classmethod
    def kept_in(cls, path: Path) -> Signer:
        """Return the signer whose key is in this file, made readable for the owner only."""
        if path.exists():
            key = serialization.load_pem_private_key(path.read_bytes(), None)
            assert isinstance(key, rsa.RSAPrivateKey)
            return cls(key)
        signer = cls.new()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "wb") as file:
            file.write(signer.pem())
        return signer

    def pem(self) -> bytes:
        """Return the private key."""
        return self._key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )

    def sign(self, claims: Mapping[str, Any], *, kid: str = "") -> str:
        """Return the signed token."""
        headers = {"kid": kid or self.kid}
        return jwt.encode(dict(claims), self._key, algorithm=ALGORITHM, headers=headers)

    def key_set(self) -> dict[str, Any]:
        """Return the public key as a JSON Web Key Set."""
        jwk = jwt.algorithms.RSAAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        return {"keys": [jwk | {"kid": self.kid, "use": "sig", "alg": ALGORITHM}]}
