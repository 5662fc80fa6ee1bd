using System.Globalization;
using NetDsl.Model;

namespace NetDsl;

/// <summary>Reads the values that several builders of hybrid connectivity take.</summary>
internal static class HybridProblems
{
    private const long LastAsn = 4294967294;

    /// <summary>Reads the number of an autonomous system; a fault is a problem at its text.</summary>
    public static uint? Asn(this ProblemList problems, long asn, Origin origin)
    {
        if (asn is >= 1 and <= LastAsn)
        {
            return (uint)asn;
        }

        problems.Add(ProblemKind.InvalidNumber, $"{Text(asn)} is not the number of an autonomous system; it is 1 to {LastAsn}", origin);
        return null;
    }

    /// <summary>Reads the number of the vendor's end. Source: "Create a virtual private gateway": a private one.</summary>
    public static uint? PrivateAsn(this ProblemList problems, long asn, Origin origin)
    {
        if (asn is (>= 64512 and <= 65534) or (>= 4200000000 and <= LastAsn))
        {
            return (uint)asn;
        }

        problems.Add(new Problem(
            ProblemKind.PublicAutonomousSystem,
            $"{Text(asn)} cannot be the autonomous system of the vendor's end; it is a private number, 64512 to 65534 or 4200000000 to {LastAsn}",
            origin)
        {
            Replacement = "64512",
        });
        return null;
    }

    /// <summary>Asks whether a number is in its range; a fault is a problem at its text.</summary>
    public static bool InRange(this ProblemList problems, long number, long first, long last, string what, Origin origin)
    {
        if (number >= first && number <= last)
        {
            return true;
        }

        problems.Add(ProblemKind.InvalidNumber, $"{Text(number)} cannot be {what}; it is {Text(first)} to {Text(last)}", origin);
        return false;
    }

    /// <summary>The two ends of a BGP session must be of two autonomous systems.</summary>
    public static bool AreTwoSystems(this ProblemList problems, uint device, string deviceName, uint vendor, ElementBuilder end, Origin origin)
    {
        if (device != vendor)
        {
            return true;
        }

        problems.Add(
            ProblemKind.SameAutonomousSystem,
            $"{deviceName} and {ElementKinds.Text(end.Id.Kind)} '{end.Name}' are both of autonomous system {device}, between which there is no external BGP; give one of them another number",
            origin,
            end.Origin);
        return false;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
