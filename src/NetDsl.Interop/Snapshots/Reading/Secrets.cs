namespace NetDsl.Interop.Snapshots.Reading;

/// <summary>Members that hold secrets. They are dropped while a file is parsed, so that nothing behind the parser can show them.</summary>
internal static class Secrets
{
    // The vendor's member names; the configuration of a customer gateway is XML that has the pre-shared keys in it.
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "PreSharedKey", "PreSharedKeyArn", "CustomerGatewayConfiguration", "AuthKey", "BgpAuthKey", "UserData", "MasterUserPassword", "MasterUserSecret",
        "Password", "PasswordData", "SecretString", "SecretBinary", "SecretAccessKey", "SessionToken", "PrivateKey", "KeyMaterial", "ClientConfiguration",
        "CertificateBody", "PrivateKeyPlaintext", "Ckn", "Cak",
    };

    /// <summary>Whether a member of that name is dropped.</summary>
    public static bool Holds(string name) => Names.Contains(name);
}
