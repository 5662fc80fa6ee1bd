using System.Globalization;
using NetDsl.Runtime.FlowState;
using NetDsl.Simulation.Experiments;

const int Resources = 600;
(int Nodes, int Size)[] places = [(8, 2), (8, 3), (16, 4), (100, 5)];

Console.WriteLine("nodes  a resource uses  shared        others fully down       others degraded");
Console.WriteLine("                                      measured     formula    measured  formula");
foreach (var (nodes, size) in places)
{
    var overlap = new ShardOverlap(nodes, size);
    foreach (var sharing in Enum.GetValues<NodeSharing>().Where(sharing => sharing != NodeSharing.Groups || nodes % size == 0))
    {
        var measured = NoisyNeighbour.Measure(overlap, sharing, Resources, seed: 1);
        var formula = NoisyNeighbour.Predict(overlap, sharing);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{nodes,-5}  {(sharing == NodeSharing.Everything ? nodes : size),-15}  {sharing.ToString().ToLowerInvariant(),-12}  {Percent(measured.FullyDown),-11}  {Percent(formula.FullyDown),-9}  {measured.Degraded,-8:P1}  {formula.Degraded,-7:P1}").TrimEnd());
    }
}

static string Percent(double share) => share is > 0 and < 0.0001
    ? share.ToString("0.0E+0", CultureInfo.InvariantCulture)
    : share.ToString("P2", CultureInfo.InvariantCulture);
