namespace T; public class T{}
