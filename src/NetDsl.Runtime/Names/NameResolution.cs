using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Runtime;

/// <summary>What became of a question for a name.</summary>
public enum NameOutcome
{
    /// <summary>The name has addresses.</summary>
    Answered,

    /// <summary>The name does not exist here (NXDOMAIN).</summary>
    NoSuchName,

    /// <summary>There is nobody to ask: the VPC has DNS support off.</summary>
    NoResolver,

    /// <summary>The question was forwarded to name servers whose answers the topology does not know.</summary>
    Forwarded,

    /// <summary>The name is one of the internet that the topology does not describe.</summary>
    Unknown,
}

/// <summary>The answer to a question for a name.</summary>
/// <param name="Name">The name, in its canonical form.</param>
/// <param name="Outcome">What became of the question.</param>
/// <param name="Addresses">The addresses that it answers with, or that it was forwarded to.</param>
/// <param name="Element">The path of what decided: the zone, the rule, the endpoint, the instance.</param>
/// <param name="Reason">What decided, in words.</param>
public sealed record NameResolution(string Name, NameOutcome Outcome, EquatableArray<IpAddress> Addresses, string Element, string Reason);

/// <summary>A name that a topology gives to one of its elements.</summary>
/// <param name="Name">The name.</param>
/// <param name="Element">The path of the element.</param>
public sealed record GivenName(string Name, string Element);
