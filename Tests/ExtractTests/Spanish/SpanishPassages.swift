/// Spanish articles written for these tests, their people invented, with marks set by hand before the program first read
/// them: `[q Speaker|words]` for quoted words (`[q|` where none is named), `[d value|words]` for dates, and `[p|name]`,
/// `[o|name]`, `[l|name]` where a person, an organization or a place is first named.
enum SpanishPassages {
  /// Day of publication and marked text.
  static let all: [(published: String, text: String)] = [
    (
      "2024-05-06",
      """
      El embalse de la Cañada Honda, en la provincia de [l|Teruel], volvió a llenarse tras las lluvias [d 2024-W18|de la semana pasada], según la [o|Confederación Hidrográfica del Ebro].

      «[q Elvira Santolaria|No veíamos el agua a esta altura desde hace nueve años]», declaró la alcaldesa de [l|Valdecuerna], [p|Elvira Santolaria], [d 2024-05-06|el lunes]. «[q Elvira Santolaria|Ahora falta que dure hasta el verano]», añadió.

      El portavoz de los regantes, [p|Jacinto Buil], fue más prudente. «[q Jacinto Buil|Una primavera no arregla diez años de sequía]», advirtió en una rueda de prensa celebrada [d 2024-05-03|el 3 de mayo de 2024] en [l|Alcañiz].

      A juicio de Buil, el campo necesita «[q Jacinto Buil|un plan serio y dinero para cumplirlo]». La comunidad perdió 12,5 millones de euros en [d 2023|2023], un 18 % más que el año anterior.
      """
    ),
    (
      "2025-11-12",
      """
      [l|LIMA].— El ministro de Transportes de [l|Perú], [p|Octavio Quispe Llerena], presentó [d 2025-11-11|ayer] su renuncia después de que la [o|Contraloría General de la República] cuestionara la compra de 240 autobuses.

      “[q Octavio Quispe Llerena|No he cobrado un solo sol que no me correspondiera]”, sostuvo el ministro ante los periodistas. “[q Octavio Quispe Llerena|Me voy con la frente en alto]”, agregó Quispe.

      La congresista [p|Maribel Ascoy] celebró la decisión. “[q Maribel Ascoy|Llega tarde, pero llega]”, expresó en sus redes sociales [d 2025-11-12|este miércoles]. De acuerdo con Ascoy, la comisión investigadora se reunirá [d 2025-W47|la próxima semana].

      El contrato se firmó [d 2025-03-14|el 14 de marzo] por 3.400 millones de soles. “[q Maribel Ascoy|Vamos a revisar cada página —dijo la legisladora—, aunque nos tome meses]”, aseguró.

      El presidente de la [o|Cámara de Comercio de Lima], [p|Renzo Bardales], pidió “[q Renzo Bardales|calma y transparencia]” a los mercados.
      """
    ),
    (
      "2024-02-08",
      """
      El volcán Cerro Pardo lanzó [d 2024-02-07T20:30|a las 20.30 horas del miércoles] una columna de ceniza de cuatro kilómetros, informó el [o|Instituto Geofísico de Quito].

      «[q Noelia Guamán|La actividad es alta, pero está dentro de lo previsto]», explicó la vulcanóloga [p|Noelia Guamán]. Según la científica, el cráter no ha cambiado de forma desde [d 2016|2016].

      Unas 1.200 personas durmieron en el colegio de [l|Pomasqui]. «[q|Salimos con lo puesto]», contaba una vecina. El gobernador de [l|Cotopaxi], [p|Hernán Toapanta], aseguró que las carreteras se abrirán [d 2024-02-09|mañana].

      «[q Hernán Toapanta|Nadie se quedará sin techo]», prometió Toapanta, que viajará a [l|Quito] [d 2024-02-10|el sábado]. La última gran erupción ocurrió en [d 1999-10|octubre de 1999].
      """
    ),
    (
      "2025-01-20",
      """
      [l|BUENOS AIRES].- La investigadora [p|Rosaura Etchegoyen], del [o|Conicet], recibió [d 2025-01-16|el jueves pasado] el premio de la [o|Academia Nacional de Ciencias] por su trabajo sobre los ríos de la [l|Patagonia].

      "[q Rosaura Etchegoyen|El agua cuenta historias, hay que saber escucharla]", dijo Etchegoyen al recibir la medalla. "[q Rosaura Etchegoyen|Este premio es de todo el equipo]", subrayó.

      El rector de la [o|Universidad de Buenos Aires], [p|Damián Lozada], recordó que la científica empezó sus estudios en [d 1987|1987]. "[q Damián Lozada|Fue la mejor alumna de su promoción]", apuntó.

      Hace dos años, el laboratorio de [l|Neuquén] estuvo a punto de cerrar. "[q Rosaura Etchegoyen|Pensamos en irnos a Chile]", reconoció ella. El nuevo edificio se inaugurará [d 2025-03|en marzo] y costará 800 mil dólares.
      """
    ),
    (
      "2024-10-31",
      """
      [p|Baltasar Ferrer], capitán del pesquero Nuestra Señora del Mar, fue rescatado [d 2024-10-29|el martes] a doce millas de [l|Vigo] por un helicóptero de [o|Salvamento Marítimo].

      «[q Baltasar Ferrer|El mar se puso como una pared]», relató Ferrer [d 2024-10-30|ayer por la tarde] en el hospital. «[q Baltasar Ferrer|Cuando vi la luz del helicóptero —confesó el marinero—, lloré como un niño]».

      La [o|Xunta de Galicia] anunció ayudas para la flota. La consejera del Mar, [p|Uxía Landeira], insistió en que «[q Uxía Landeira|ningún barco saldrá mientras dure la alerta]». El temporal seguirá [d 2024-11-02|hasta el 2 de noviembre], de acuerdo con la [o|Agencia Estatal de Meteorología].

      «[q Iago Couñago|Perdimos las redes y la campaña]», lamentó el patrón mayor de la cofradía de [l|Cangas], [p|Iago Couñago].
      """
    ),
    (
      "2025-07-04",
      """
      El tribunal de [l|Medellín] condenó [d 2025-07-03|este jueves] al exalcalde [p|Fabio Restrepo Arango] a nueve años de prisión. El fiscal [p|Camilo Ordóñez] había pedido doce.

      “[q Camilo Ordóñez|Es una sentencia justa]”, afirmó Ordóñez a la salida. La abogada de la defensa, [p|Ximena Villate], anunció que recurrirá [d 2025-07-15|antes del 15 de julio] ante la [o|Corte Suprema de Justicia].

      “[q Ximena Villate|Mi cliente es inocente]”, insistió Villate. “[q Ximena Villate|Lo demostraremos]”, concluyó la abogada.

      Los hechos ocurrieron entre [d 2015|2015] y [d 2019|2019], cuando Restrepo dirigía la empresa de acueductos. Según el diario [o|El Espectador], el desfalco superó los 45.000 millones de pesos. El presidente de [l|Colombia] no hizo comentarios.
      """
    ),
    (
      "2024-06-14",
      """
      [l|MADRID].— El [o|Banco de España] rebajó [d 2024-06-13|el jueves] su previsión de crecimiento al 1,9 % para [d 2025|2025]. «[q Inmaculada Tejedor|El consumo se enfría antes de lo que pensábamos]», admitió la directora de estudios, [p|Inmaculada Tejedor].

      El secretario general de [o|Comisiones Obreras] en [l|Aragón], [p|Pascual Lahoz], criticó el informe. «[q Pascual Lahoz|Siempre se recorta por el mismo lado]», denunció Lahoz. En su opinión, los salarios deberían subir un 4 % [d 2024|este año].

      La patronal lo ve de otra forma: «[q|Sin productividad no hay milagros]», señalan fuentes del sector. La ministra de Trabajo, [p|Aurora Benavente], se reunirá con ambos [d 2024-06-18|el próximo martes] en [l|Zaragoza]. «[q Aurora Benavente|Hay margen para el acuerdo]», aseguró [d 2024-06-12|el miércoles] en [l|Bruselas].

      «[q Aurora Benavente|Nadie gana con el conflicto]», remató la ministra, que [d 2024-05|en mayo] visitó la fábrica de [l|Figueruelas]. La ley entró en vigor [d 2022-03-30|el 30 de marzo de 2022].
      """
    ),
    (
      "2025-09-22",
      """
      [l|SANTIAGO DE CHILE].— La presidenta de la [o|Federación de Pescadores de Chiloé], [p|Delfina Huenchur], se encadenó [d 2025-09-22|hoy] a las puertas del [o|Ministerio de Economía].

      «[q Delfina Huenchur|No pedimos limosna, pedimos trabajo]», gritó Huenchur. El subsecretario de Pesca, [p|Álvaro Montecinos], la recibirá [d 2025-09-24|el miércoles]. «[q Álvaro Montecinos|La puerta está abierta]», dijo a [o|Radio Cooperativa].

      La diputada [p|Gladys Oyarzo], de la [o|Unión Demócrata Independiente], viajó a [l|Puerto Montt] [d 2025-09-19|hace tres días] y el senador [p|Leandro Cayún] llegó a [l|Castro] [d 2025-09-21|el domingo].
      """
    ),
  ]
}
