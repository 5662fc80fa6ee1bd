namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>How a route came to be known; the lower the better. Source: RFC 4271, section 5.1.1.</summary>
public enum BgpOrigin
{
    /// <summary>Inside its autonomous system.</summary>
    Igp = 0,

    /// <summary>By EGP.</summary>
    Egp = 1,

    /// <summary>Otherwise.</summary>
    Incomplete = 2,
}
