/**
 * A certificate for localhost and 127.0.0.1 that signed itself, valid until 2126. Its key is no
 * secret: nothing but servers of tests ever had it.
 */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUIHb/Odb0PxqUBLHBfhOJG6Sru+UwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNzExMzUyN1oYDzIxMjYxMTAz
MTEzNTI3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASzBkp12Q8Bp2/mzdi9G5jQoJskIw7dcTV8O+7CjFTYl3ovajTcdiKD
BHob3fB0xRzyyxhD1C00TpiWDPI5Mho/o28wbTAdBgNVHQ4EFgQUFecH7u2cZyj0
zQdXMMhm1CFq2v8wHwYDVR0jBBgwFoAUFecH7u2cZyj0zQdXMMhm1CFq2v8wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAN8AcZSzQBUQWNdDxh+LAGztreyZhnR2zDq8Hxdf/EnWAiEA
hwTWSNpcT6Wtc7vS9ZN8XJQLH8DALNwOzgOsX5O5P1o=
-----END CERTIFICATE-----
`;
export const certificateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg70zluRKGDUTUMxHM
EQonkiBkrCmxTajJhGOvXGj0Jw6hRANCAASzBkp12Q8Bp2/mzdi9G5jQoJskIw7d
cTV8O+7CjFTYl3ovajTcdiKDBHob3fB0xRzyyxhD1C00TpiWDPI5Mho/
-----END PRIVATE KEY-----
`;
