using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>One path of a walk: from the sender, or from a translator, to the next translator or to the end.</summary>
internal struct Leg
{
    /// <summary>The source class that it starts from.</summary>
    public int Source { get; private set; }

    /// <summary>
    /// Where it goes, when that is not the packet's destination: the reply of a flow whose translator kept the client's address
    /// goes back to that translator, not to the client.
    /// </summary>
    public IpAddress? Towards { get; private set; }

    /// <summary>
    /// The translator that sends the packet on with a source that is not its own, and stands for the sender in rules that reference
    /// groups; -1 when the source is the sender's.
    /// </summary>
    public int Carrier { get; private set; }

    /// <summary>The translator that the packet arrived at; -1 when it ended elsewhere.</summary>
    public int Translator { get; set; }

    /// <summary>The source class behind a NAT gateway that translates the packet from IPv6 to IPv4; -1 for every other translator.</summary>
    public int Nat64Source { get; set; }

    /// <summary>The translator that handed the packet over, when no path led there; else -1.</summary>
    public int HandedBy { get; set; }

    /// <summary>The VPC whose private address the source is at the end; -1 when it is none.</summary>
    public int SourceVpc { get; set; }

    /// <summary>The VPC of the source where the path came to a junction; -1 when it is none.</summary>
    public int CarriedVpc { get; set; }

    /// <summary>Begins anew, in place.</summary>
    /// <param name="source">The source class that it starts from; -1 for what is handed to a translator.</param>
    /// <param name="carrier">The translator that stands for the sender; -1 for none.</param>
    /// <param name="towards">Where it goes, when that is not the packet's destination.</param>
    public void Begin(int source, int carrier = -1, IpAddress? towards = null)
    {
        (Source, Carrier) = (source, carrier);
        (Translator, Nat64Source, HandedBy, SourceVpc, CarriedVpc) = (-1, -1, -1, -1, -1);
        Towards = towards;
    }

    /// <summary>The VPC that a program means.</summary>
    /// <param name="vpc">The VPC that it says, which may be the one that is carried.</param>
    public readonly int Carried(int vpc) => vpc == JunctionEnd.Carried ? CarriedVpc : vpc;
}
