"""Kinto as a WSGI application, for granian: runs under Kinto's own Python. KINTO_STORAGE is the database's address."""

import os

from kinto import main

STORAGE = os.environ["KINTO_STORAGE"]

SETTINGS = {
    "kinto.project_name": "bench",
    "kinto.storage_backend": "kinto.core.storage.postgresql",
    "kinto.storage_url": STORAGE,
    "kinto.permission_backend": "kinto.core.permission.postgresql",
    "kinto.permission_url": STORAGE,
    "kinto.cache_backend": "kinto.core.cache.memory",
    "kinto.userid_hmac_secret": "only-for-measuring",
    # The cheapest way to know who asks: no table of accounts, no bcrypt
    "multiauth.policies": "basicauth",
    "multiauth.policy.basicauth.use": "kinto.core.authentication.BasicAuthAuthenticationPolicy",
    "kinto.bucket_create_principals": "system.Authenticated",
    "kinto.batch_max_requests": "100",
}

application = main({}, **SETTINGS)

if __name__ == "__main__":
    application.registry.storage.initialize_schema()
    application.registry.permission.initialize_schema()
